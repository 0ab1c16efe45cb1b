import type { Scenario } from '../../scenario.ts';

export default {
  id: 'sleep-while-active',
  order: 73,
  title: 'madvise() inside another section',
  summary:
    'madvise() closes its section before it may sleep, which is correct as long as no caller has a section open. If a caller has one, the disable only decrements the count, and the task sleeps while the mode is active.',
  source: 'Kevin Brodsky on v3 (mm/madvise.c); a written rule since commit f2be745071ff',
  setup: { revision: 'v6' },
  program: 'enable; enable; disable; sleep; enable; disable; disable',
  row: 4,
  claims: [
    {
      verdict: 'silent',
      callbacks: ['enter', 'flush', 'flush', 'leave'],
      checks: [],
      findings: ['4 sleep-in-section'],
      active: 'yyyyyyn',
    },
    { on: { revision: 'v4' }, verdict: 'silent', findings: ['4 sleep-in-section'] },
  ],
} satisfies Scenario;
