import type { Scenario } from '../../scenario.ts';

export default {
  id: 'make-page-valid',
  order: 61,
  title: 'A page made valid inside, then written to',
  summary:
    'Inside a section an allocation makes its page valid in a nested section, and the caller writes to the page immediately. This works because every disable flushes; if the inner one only counted, the write could fault.',
  source: 'Ryan Roberts, June 2025; Catalin Marinas made it the rule: every exit flushes, only the outermost leaves',
  setup: { revision: 'v6' },
  program: 'enable; enable; set k1; disable; touch k1 write; disable',
  row: 4,
  claims: [
    {
      verdict: 'clean',
      callbacks: ['enter', 'flush', 'leave'],
      barriers: 1,
      findings: [],
      results: { 3: 'stored', 5: 'through 1' },
    },
    {
      on: { revision: 'whatif-no-inner-flush' },
      verdict: 'silent',
      callbacks: ['enter', 'leave'],
      findings: ['4 pending-after-disable', '5 early-touch'],
      results: { 3: 'stored', 5: 'may fault' },
    },
    { on: { revision: 'pre' }, verdict: 'silent', results: { 3: 'stored', 5: 'through 1' } },
  ],
} satisfies Scenario;
