import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'stale-translation',
  order: 150,
  title: 'an old mapping is not used after its entry was changed',
  severity: 'hazard',
  why: 'The change is pending in a batch, so the access still uses the old translation, perhaps to a page that is about to be freed.',
  source:
    'arch/powerpc/mm/book3s64/hash_tlb.c; arch/sparc/mm/tlb.c; mmu_gather flushes the batch before it frees pages',
  on: ['hazard'],
  judge: hazardJudge('stale-translation'),
} satisfies Rule;
