import type { Scenario } from '../../scenario.ts';

export default {
  id: 'batches-that-fill',
  order: 102,
  title: 'A batch that is full',
  summary:
    'A section changes more entries than fit into a batch, whose size is set to four instead of 192 or 31. On powerpc and sparc64 the entry that fills the batch flushes it, on Xen PV the first entry that does not fit does, and arm64 has no batch that could be full.',
  source: 'PPC64_TLB_BATCH_NR, TLB_BATCH_NR, and the 512 bytes of MC_ARGS',
  setup: { revision: 'v6', backend: 'xen-pv', capacity: 4 },
  otherArchitectures: [
    { backend: 'arm64', era: '7.0' },
    { backend: 'powerpc-hash', era: '7.0' },
    { backend: 'sparc64', era: '7.0' },
  ],
  program:
    'set 1..5; touch 1; touch 2; touch 3; touch 4; touch 5; enable; clear 1; clear 2; clear 3; clear 4; clear 5; disable',
  row: 12,
  claims: [
    { verdict: 'clean', callbacks: ['enter', 'leave'] },
    { on: { backend: 'powerpc-hash' }, verdict: 'clean', callbacks: ['enter', 'leave'] },
    { on: { backend: 'sparc64' }, verdict: 'clean', callbacks: ['enter', 'leave'] },
    { on: { backend: 'arm64' }, verdict: 'clean', callbacks: ['enter', 'leave'], barriers: 0 },
  ],
} satisfies Scenario;
