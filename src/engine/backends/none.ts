import type { Backend, Simulation } from './backend.ts';
import { dropTranslations, runPageAtOnce } from './shared/pages.ts';

const simulation: Simulation = {
  task: null,
  cpu: null,
  callback: (_name, { machine }) => ({ machine, effects: [] }),
  page: runPageAtOnce,
  tlb: (op, site) => dropTranslations(site, op, op === 'flush-tlb' ? 'both' : 'user'),
  contextSwitch: () => [],
  preemption: () => null,
  pending: () => 0,
  pendingOn: () => 0,
  describePending: () => null,
  registers: () => [],
};

export default {
  id: 'none',
  order: 10,
  title: 'no lazy MMU mode',
  defers: 'Nothing: every store takes effect immediately, and the helpers are empty.',
  where: 'not built in, so no state',
  holder: 'nobody',
  capacity: null,
  configured: false,
  source: 'the generic stubs of include/linux/pgtable.h',
  eras: { '6.19': simulation },
} satisfies Backend;
