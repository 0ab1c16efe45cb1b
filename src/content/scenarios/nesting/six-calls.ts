import type { Scenario } from '../../scenario.ts';

export default {
  id: 'six-calls',
  order: 10,
  title: "Nesting and a pause: the commit message's six calls",
  summary:
    'Two sections nest, and the inner one is briefly paused. Only the outermost calls enter and leave, the inner disable flushes, and the pause leaves at any depth.',
  source: 'the table of the nesting patch: v3 07/13, v4 07/12, v6 09/14, commit 5ab246749569',
  setup: { revision: 'v6' },
  program: 'enable; enable; pause; resume; disable; disable',
  row: 5,
  claims: [
    {
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'flush', 'leave'],
      active: 'yynyyn',
      findings: [],
      fields: { enable_count: 0, pause_count: 0 },
    },
    {
      on: { revision: 'v7.2' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'flush', 'leave'],
      active: 'yynyyn',
    },
    {
      on: { revision: 'v4' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'flush', 'leave'],
      active: 'yynyyn',
      fields: { nesting_level: 0, active: 0 },
    },
    {
      on: { revision: 'v3' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'flush', 'leave'],
      active: 'yynyyn',
      fields: { count: 0, enabled: 0 },
    },
    {
      on: { revision: 'pre' },
      verdict: 'silent',
      callbacks: ['enter', 'enter', 'leave', 'enter', 'leave', 'leave'],
      findings: ['2 callbacks-alternate.enter', '6 callbacks-alternate.leave'],
    },
    { on: { backend: 'none' }, verdict: 'clean', callbacks: [], findings: [], fields: {} },
  ],
} satisfies Scenario;
