import type { Scenario } from '../../scenario.ts';

export default {
  id: 'xen-preempted-disable',
  order: 111,
  title: 'Xen PV, 7.0: preempted between counter and leave',
  summary:
    'The task is preempted after disable() has decremented the count to 0 but before it leaves: the switch out leaves, and the switch back does not enter, because the task is not active. Then disable() leaves a second time, which is a BUG in 7.0.',
  source: 'the crash in xen_leave_lazy_mmu of 7.0.1; same thread, May 2026; 4594437880ce (7.1)',
  setup: { revision: 'v6', backend: 'xen-pv', era: '7.0' },
  otherArchitectures: [
    { backend: 'xen-pv', era: '7.1' },
    { backend: 'arm64', era: '7.0' },
  ],
  program: 'enable; set k1; disable after 3 { switch B; switch A }',
  row: 6,
  claims: [
    { verdict: 'bug', callbacks: ['enter', 'leave', 'leave'] },
    { on: { era: '7.1' }, verdict: 'silent', callbacks: ['enter', 'leave', 'leave'] },
    { on: { revision: 'v7.2', era: '7.2' }, verdict: 'clean' },
    { on: { backend: 'arm64' }, verdict: 'clean', callbacks: ['enter', 'leave'], findings: [] },
  ],
} satisfies Scenario;
