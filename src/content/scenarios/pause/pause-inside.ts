import type { Scenario } from '../../scenario.ts';

export default {
  id: 'pause-inside',
  order: 20,
  title: '[A] A pause inside a section',
  summary:
    'A section is paused once and resumed before it ends. This is the only one of the four lettered cases that every revision allows, so it is clean everywhere.',
  source: "the author's answer on v4 07/12, case A",
  setup: { revision: 'v4' },
  program: 'enable; pause; resume; disable',
  row: 2,
  claims: [
    { verdict: 'clean', callbacks: ['enter', 'leave', 'enter', 'leave'], active: 'ynyn', checks: [], findings: [] },
    {
      on: { revision: 'v3' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'leave'],
      checks: [],
      findings: [],
    },
    {
      on: { revision: 'v6' },
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'leave'],
      checks: [],
      findings: [],
    },
  ],
} satisfies Scenario;
