import type { Scenario } from '../../scenario.ts';

export default {
  id: 'enable-while-paused',
  order: 22,
  title: '[C] A section inside a pause',
  summary:
    'Between a pause and its resume, other code opens and closes its own section. Up to v4 that section really enters the mode during the pause; since v5 both of its calls are ignored.',
  source: "the author's answer on v4 07/12, case C; allowed since v5",
  setup: { revision: 'v4' },
  program: 'pause; enable; disable; resume',
  row: 2,
  claims: [
    {
      verdict: 'warns',
      callbacks: ['leave', 'enter', 'leave', 'enter'],
      checks: ['1 pause.2', '4 resume.2'],
      active: 'nyny',
    },
    {
      on: { revision: 'v3' },
      verdict: 'warns',
      callbacks: ['leave', 'enter', 'leave', 'enter'],
      checks: ['1 pause.2', '4 resume.2'],
      active: 'nyny',
    },
    {
      on: { revision: 'v6' },
      verdict: 'clean',
      callbacks: [],
      checks: [],
      findings: [],
      active: 'nnnn',
      fields: { enable_count: 0, pause_count: 0 },
    },
  ],
} satisfies Scenario;
