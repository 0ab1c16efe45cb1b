import type { Scenario } from '../../scenario.ts';

export default {
  id: 'interrupt-in-enable',
  order: 50,
  title: 'An interrupt between the flag and the callback',
  summary:
    'An interrupt comes after enable has set the flag and before it has told the architecture, and its handler opens and closes a section. Patch 7 of v4 alone flushes there while the architecture has not entered; with the interrupt test of the whole series the handler is ignored.',
  source:
    'Ryan Roberts on v4 07/12 (his place: before the flag): the interrupt test must come before nesting, which v5 did',
  setup: { revision: 'v4-07' },
  program: 'enable after 5 { irq { enable; disable } }; disable',
  row: 4,
  claims: [
    {
      verdict: 'silent',
      callbacks: ['flush', 'enter', 'leave'],
      checks: [],
      findings: ['2 interrupt-isolation.active', '4 callbacks-alternate.flush'],
      fields: { nesting_level: 0, active: 0 },
    },
    { on: { revision: 'v4' }, verdict: 'clean', callbacks: ['enter', 'leave'], checks: [], findings: [] },
    { on: { revision: 'v6' }, verdict: 'clean', callbacks: ['enter', 'leave'], checks: [], findings: [] },
  ],
} satisfies Scenario;
