import type { Scenario } from '../../scenario.ts';

export default {
  id: 'pause-outside',
  order: 21,
  title: '[B] A pause outside any section',
  summary:
    'Code that may or may not run inside a section pauses and resumes to be safe. In v3 and v4 both calls warn, and the resume turns the mode on; since v5 only a counter changes.',
  source: "the author's answer on v4 07/12, case B; allowed since v5",
  setup: { revision: 'v4' },
  program: 'pause; resume',
  row: 2,
  claims: [
    {
      verdict: 'warns',
      callbacks: ['leave', 'enter'],
      checks: ['1 pause.2', '2 resume.2'],
      findings: ['1 callbacks-alternate.leave', '2 resume-restores', '2 active-outside-section'],
      active: 'ny',
      fields: { nesting_level: 0, active: 1 },
    },
    {
      on: { revision: 'v3' },
      verdict: 'warns',
      callbacks: ['leave', 'enter'],
      checks: ['1 pause.2', '2 resume.2'],
      fields: { count: 0, enabled: 1 },
    },
    {
      on: { revision: 'v6' },
      verdict: 'clean',
      callbacks: [],
      checks: [],
      findings: [],
      active: 'nn',
      fields: { enable_count: 0, pause_count: 0 },
    },
  ],
} satisfies Scenario;
