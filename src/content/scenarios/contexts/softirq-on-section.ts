import type { Scenario } from '../../scenario.ts';

export default {
  id: 'softirq-on-section',
  order: 70,
  title: 'A softirq on top of a section',
  summary:
    'While a task batches, a softirq changes a kernel entry through the same helpers, as KFENCE does. Its calls are ignored, its store gets its barriers immediately, and the pending barriers of the task stay pending.',
  source: 'commit b81c688426a9, after a syzbot report; KFENCE and DEBUG_PAGEALLOC change entries in softirq',
  setup: { revision: 'v6' },
  program: 'enable; set k1; softirq { enable; set k2; disable }; disable',
  row: 5,
  claims: [
    { verdict: 'clean', callbacks: ['enter', 'leave'], active: 'yynnnnyn', barriers: 2, checks: [] },
    { on: { revision: 'pre' }, verdict: 'clean', barriers: 2 },
    {
      on: { revision: 'v4-07' },
      verdict: 'silent',
      callbacks: ['enter', 'flush', 'leave'],
      barriers: 1,
      findings: ['3 interrupt-isolation.active', '6 foreign-flush'],
    },
  ],
} satisfies Scenario;
