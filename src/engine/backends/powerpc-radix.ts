import type { Backend, Simulation } from './backend.ts';
import { dropTranslations, runPageAtOnce } from './shared/pages.ts';

const simulation: Simulation = {
  task: null,
  cpu: null,
  // All three return immediately if radix_enabled(); preemption does not change.
  callback: (_name, { machine }) => ({ machine, effects: [] }),
  page: runPageAtOnce,
  tlb: (op, site) => dropTranslations(site, 'tlbie', op === 'flush-tlb' ? 'both' : 'user'),
  contextSwitch: () => [],
  preemption: () => null,
  pending: () => 0,
  pendingOn: () => 0,
  describePending: () => null,
  registers: () => [],
};

export default {
  id: 'powerpc-radix',
  order: 40,
  title: 'powerpc, radix MMU',
  defers: 'Nothing: the callbacks return immediately; since 7.0 the generic counters still count.',
  where: 'no state: the callbacks return immediately',
  holder: 'nobody',
  capacity: null,
  configured: true,
  source: 'radix_enabled() tests in tlbflush-hash.h; arch_flush has one since v5',
  eras: { '6.19': simulation },
} satisfies Backend;
