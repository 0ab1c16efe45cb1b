import type { Scenario } from '../../scenario.ts';

export default {
  id: 'interrupt-in-enable',
  order: 50,
  title: 'An interrupt between the flag and the callback',
  summary:
    'An interrupt arrives after enable() has set the flag but before it has called the architecture, and its handler opens and closes a section. With patch 7 of v4 alone this flushes while the architecture has not entered; the interrupt test of the whole series makes the helpers ignore these calls.',
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
