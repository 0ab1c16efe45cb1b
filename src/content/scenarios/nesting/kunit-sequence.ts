import type { Scenario } from '../../scenario.ts';

export default {
  id: 'kunit-sequence',
  order: 90,
  title: "The kernel's KUnit test",
  summary:
    'Before the first of ten calls and after each of them, the test checks whether the mode is active. It covers nested sections, a section inside a pause and nested pauses; v4 would have warned four times.',
  source: 'mm/tests/lazy_mmu_mode_kunit.c: v6 14/14, commit ee628d9cc8d5',
  setup: { revision: 'v6' },
  program: 'enable; enable; disable; pause; enable; disable; pause; resume; resume; disable',
  row: 9,
  claims: [
    {
      verdict: 'clean',
      callbacks: ['enter', 'flush', 'leave', 'enter', 'leave'],
      active: 'yyynnnnnyn',
      checks: [],
      findings: [],
      fields: { enable_count: 0, pause_count: 0 },
    },
    { on: { revision: 'v7.2' }, verdict: 'clean', active: 'yyynnnnnyn', checks: [], findings: [] },
    { on: { revision: 'v4' }, verdict: 'warns', checks: ['5 enable.3', '6 disable.3', '7 pause.2', '9 resume.2'] },
    { on: { revision: 'v3' }, verdict: 'warns', checks: ['5 enable.3', '6 disable.3', '7 pause.2', '9 resume.2'] },
  ],
} satisfies Scenario;
