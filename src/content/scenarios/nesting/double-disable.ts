import type { Scenario } from '../../scenario.ts';

export default {
  id: 'double-disable',
  order: 30,
  title: 'One disable too many',
  summary:
    'A section is closed twice, so the count would drop below zero. v3 stops with a BUG, v4 warns and wraps to 255, and since v5 the wrapped count makes the mode active outside any section.',
  source: 'David Hildenbrand on v3 07/13: no BUG here; the answer was to wrap and warn once',
  setup: { revision: 'v6' },
  program: 'enable; disable; disable',
  row: 3,
  claims: [
    {
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'flush'],
      checks: ['3 disable.2'],
      findings: ['3 callbacks-alternate.flush', '3 active-entered-agree', '3 active-outside-section'],
      active: 'yny',
      fields: { enable_count: 255, pause_count: 0 },
    },
    {
      on: { revision: 'v3' },
      verdict: 'bug',
      callbacks: ['enter', 'leave'],
      checks: ['3 disable.2'],
      fields: { count: 0, enabled: 0 },
    },
    {
      on: { revision: 'v3', checks: 'off' },
      verdict: 'silent',
      callbacks: ['enter', 'leave', 'flush'],
      checks: [],
      active: 'ynn',
      fields: { count: 255, enabled: 0 },
    },
    {
      on: { revision: 'v4' },
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'flush'],
      checks: ['3 disable.2', '3 disable.3'],
      findings: ['3 callbacks-alternate.flush'],
      active: 'ynn',
      fields: { nesting_level: 255, active: 0 },
    },
    { on: { revision: 'pre' }, verdict: 'silent', findings: ['3 callbacks-alternate.leave'] },
    {
      on: { revision: 'whatif-saturate' },
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'leave'],
      active: 'ynn',
      fields: { enable_count: 0, pause_count: 0 },
    },
  ],
} satisfies Scenario;
