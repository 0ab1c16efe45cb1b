import type { Scenario } from '../../scenario.ts';

export default {
  id: 'nested-pauses',
  order: 23,
  title: '[D] Nested pauses',
  summary:
    'Two pieces of code pause, one inside the other, and a section opens and closes while both are paused. One flag cannot count that, so v4 warns four times; the two counters of v5 handle it silently.',
  source: "the author's answer on v4 07/12, case D, which became v5",
  setup: { revision: 'v4' },
  program: 'pause; pause; enable; disable; resume; resume',
  row: 5,
  claims: [
    {
      verdict: 'warns',
      callbacks: ['leave', 'leave', 'enter', 'leave', 'enter', 'enter'],
      checks: ['1 pause.2', '2 pause.2', '5 resume.2', '6 resume.2'],
      active: 'nnynyy',
    },
    {
      on: { revision: 'v3' },
      verdict: 'warns',
      callbacks: ['leave', 'leave', 'enter', 'leave', 'enter', 'enter'],
      checks: ['1 pause.2', '2 pause.2', '5 resume.2', '6 resume.2'],
    },
    {
      on: { revision: 'v6' },
      verdict: 'clean',
      callbacks: [],
      checks: [],
      findings: [],
      active: 'nnnnnn',
      fields: { enable_count: 0, pause_count: 0 },
    },
  ],
} satisfies Scenario;
