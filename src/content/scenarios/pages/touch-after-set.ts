import type { Scenario } from '../../scenario.ts';

export default {
  id: 'touch-after-set',
  order: 100,
  title: 'A kernel page set in a section and used there',
  summary:
    'The same five events on five architectures: a kernel page is made valid inside a section and accessed before any flush. On Xen PV the store itself is deferred and the access faults, which is fatal unless handled; on arm64 the barriers are deferred and the access may fault and recover; elsewhere nothing that is deferred matters.',
  source:
    'the comparison of what is deferred: arch/arm64 5fdd05efa1cd, arch/x86/xen/mmu_pv.c, hash_tlb.c, arch/sparc/mm/tlb.c',
  setup: { revision: 'v6' },
  otherArchitectures: [
    { backend: 'none', era: '7.0' },
    { backend: 'powerpc-hash', era: '7.0' },
    { backend: 'sparc64', era: '7.0' },
    { backend: 'xen-pv', era: '7.0' },
  ],
  program: 'enable; set k1; touch k1; disable; touch k1',
  row: 3,
  claims: [
    { verdict: 'silent', findings: ['3 early-touch'], results: { 2: 'stored', 3: 'may fault', 5: 'through 1' } },
    {
      on: { backend: 'xen-pv' },
      verdict: 'silent',
      findings: ['3 early-touch'],
      results: { 2: 'queued', 3: 'fatal fault', 5: 'through 1' },
    },
    {
      on: { backend: 'powerpc-hash' },
      verdict: 'clean',
      results: { 2: 'stored', 3: 'through 1', 5: 'through 1' },
    },
    { on: { backend: 'sparc64' }, verdict: 'clean', results: { 2: 'stored', 3: 'through 1', 5: 'through 1' } },
    { on: { backend: 'none' }, verdict: 'clean', results: { 2: 'stored', 3: 'through 1', 5: 'through 1' } },
  ],
} satisfies Scenario;
