import type { Scenario } from '../../scenario.ts';

export default {
  id: 'xen-preempted-enable',
  order: 110,
  title: 'Xen PV, 7.0: preempted between counter and enter',
  summary:
    'The task is preempted after enable() has counted but before it calls the architecture, so the switch back finds an active task and enters. Then enable() enters a second time: a BUG in 7.0, tolerated in 7.1, and impossible since 7.2, where Xen keeps no such state.',
  source: 'crashes in 7.0, cause found by Juergen Gross in May 2026; 4594437880ce (7.1), 811f0d8caa40 (7.2)',
  setup: { revision: 'v6', backend: 'xen-pv', era: '7.0' },
  otherArchitectures: [
    { backend: 'xen-pv', era: '7.1' },
    { backend: 'arm64', era: '7.0' },
  ],
  program: 'enable after 3 { switch B; switch A }; set k1; disable',
  row: 4,
  claims: [
    { verdict: 'bug', callbacks: ['enter', 'enter'], findings: ['4 callbacks-alternate.enter', '4 arch-bug.enter'] },
    {
      on: { era: '7.1' },
      verdict: 'silent',
      callbacks: ['enter', 'enter', 'leave'],
      findings: ['4 callbacks-alternate.enter'],
    },
    {
      on: { revision: 'v7.2', era: '7.2' },
      verdict: 'silent',
      findings: ['2 callbacks-alternate.leave', '4 callbacks-alternate.enter'],
    },
    { on: { backend: 'arm64' }, verdict: 'clean', callbacks: ['enter', 'leave'], findings: [] },
  ],
} satisfies Scenario;
