import type { Scenario } from '../../scenario.ts';

export default {
  id: 'kasan-populate',
  order: 40,
  title: 'KASAN populates shadow pages',
  summary:
    'The page-table walk runs in a section, and each entry is set under a lock while the mode is paused, because other areas share the shadow page. Each pause leaves and each resume enters, so nothing is batched here.',
  source: 'mm/kasan/shadow.c: populating vmalloc shadow under apply_to_pte_range(), as of v6 07/14',
  setup: { revision: 'v6' },
  program: 'enable; pause; set k0; resume; pause; set k1; resume; disable',
  row: 3,
  claims: [
    {
      verdict: 'clean',
      callbacks: ['enter', 'leave', 'enter', 'leave', 'enter', 'leave'],
      active: 'ynnynnyn',
      barriers: 2,
      findings: [],
    },
    { on: { revision: 'v4' }, verdict: 'clean', active: 'ynnynnyn', barriers: 2, findings: [] },
    { on: { revision: 'pre' }, verdict: 'clean', barriers: 2, findings: [] },
  ],
} satisfies Scenario;
