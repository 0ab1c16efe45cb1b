import type { Scenario } from '../../scenario.ts';

export default {
  id: 'touch-after-clear',
  order: 101,
  title: 'A user page cleared in a section and used there',
  summary:
    'A page that is in use is unmapped inside a section and then accessed again. If the old translation or the whole entry is pending until a flush, the access still succeeds; on arm64 it behaves exactly as outside a section.',
  source:
    'hash_tlb.c and arch/sparc/mm/tlb.c (the batch is the flush), arch/x86/xen/mmu_pv.c; mmu_gather drains before pages are freed',
  setup: { revision: 'v6', backend: 'powerpc-hash' },
  otherArchitectures: [
    { backend: 'arm64', era: '7.0' },
    { backend: 'sparc64', era: '7.0' },
    { backend: 'xen-pv', era: '7.0' },
  ],
  program: 'set 3; touch 3; enable; clear 3; touch 3; disable; touch 3',
  row: 5,
  claims: [
    {
      verdict: 'silent',
      findings: ['5 stale-translation'],
      results: { 1: 'stored', 2: 'through 1', 4: 'stored', 5: 'old 1', 7: 'faults' },
    },
    { on: { backend: 'sparc64' }, verdict: 'silent', findings: ['5 stale-translation'] },
    {
      on: { backend: 'xen-pv' },
      verdict: 'silent',
      findings: ['5 stale-translation'],
      results: { 1: 'stored', 2: 'through 1', 4: 'queued', 5: 'old 1', 7: 'old 1' },
    },
    // The stale translation lasts until a TLB flush, section or not.
    {
      on: { backend: 'arm64' },
      verdict: 'clean',
      results: { 1: 'stored', 2: 'through 1', 4: 'stored', 5: 'old 1', 7: 'old 1' },
    },
  ],
} satisfies Scenario;
