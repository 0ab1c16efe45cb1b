import type { Scenario } from '../../scenario.ts';

export default {
  id: 'section-left-open',
  order: 72,
  title: 'A section left open silently',
  summary:
    'The disable of a section is called between a pause and its resume, so it is ignored and the section never ends. v3 and v4 warn and leave twice; since v5 nothing in the kernel notices.',
  source: 'follows from the rules of v5: an enable or disable while paused has no effect',
  setup: { revision: 'v6' },
  program: 'enable; pause; disable; resume',
  row: 3,
  claims: [
    {
      verdict: 'silent',
      callbacks: ['enter', 'leave', 'enter'],
      checks: [],
      findings: ['3 ignored-call.disable', '4 active-outside-section'],
      active: 'ynny',
      fields: { enable_count: 1, pause_count: 0 },
    },
    {
      on: { revision: 'v4' },
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'leave', 'enter'],
      checks: ['3 disable.3', '4 resume.2'],
    },
    {
      on: { revision: 'v3' },
      verdict: 'warns',
      callbacks: ['enter', 'leave', 'leave', 'enter'],
      checks: ['3 disable.3', '4 resume.2'],
    },
  ],
} satisfies Scenario;
