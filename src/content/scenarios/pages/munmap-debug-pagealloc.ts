import type { Scenario } from '../../scenario.ts';

export default {
  id: 'munmap-debug-pagealloc',
  order: 60,
  title: 'munmap() with DEBUG_PAGEALLOC',
  summary:
    'Unmapping a range allocates a page for its bookkeeping, and DEBUG_PAGEALLOC makes that page valid in a nested section. Before the series the inner leave ended batching for the rest of the outer section, so the next two kernel entries each need their own barriers.',
  source: 'the motivation of the series: zap_pte_range() to __kernel_map_pages(); commit 1ef3095b1405',
  setup: { revision: 'v6' },
  program: 'enable; set k1; enable; set k2; disable; set k3; set k4; disable',
  row: 5,
  claims: [
    {
      verdict: 'clean',
      callbacks: ['enter', 'flush', 'leave'],
      active: 'yyyyyyyn',
      barriers: 2,
      findings: [],
    },
    {
      on: { revision: 'pre' },
      verdict: 'silent',
      callbacks: ['enter', 'enter', 'leave', 'leave'],
      barriers: 3,
      findings: ['3 callbacks-alternate.enter', '6 batching-lost', '7 batching-lost', '8 callbacks-alternate.leave'],
    },
    { on: { revision: 'v4' }, verdict: 'clean', callbacks: ['enter', 'flush', 'leave'], barriers: 2, findings: [] },
  ],
} satisfies Scenario;
