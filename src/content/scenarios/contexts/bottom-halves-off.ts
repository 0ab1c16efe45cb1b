import type { Scenario } from '../../scenario.ts';

export default {
  id: 'bottom-halves-off',
  order: 71,
  title: 'Bottom halves disabled at disable()',
  summary:
    'A section is opened with bottom halves enabled and closed with them disabled, which in_interrupt() reports as interrupt context. The disable is ignored, so the section stays open, and no check notices.',
  source: 'in_interrupt() is true with bottom halves off: notes on arm64, and the v5 interrupt test',
  setup: { revision: 'v6' },
  program: 'enable; bh off; disable; bh on',
  row: 3,
  claims: [
    {
      verdict: 'silent',
      callbacks: ['enter'],
      checks: [],
      findings: ['3 ignored-call.disable', '3 active-outside-section'],
      active: 'ynny',
      fields: { enable_count: 1, pause_count: 0 },
    },
    { on: { revision: 'v4-07' }, verdict: 'clean', callbacks: ['enter', 'leave'], findings: [] },
    { on: { revision: 'pre' }, verdict: 'silent', findings: ['3 ignored-call.disable'] },
  ],
} satisfies Scenario;
