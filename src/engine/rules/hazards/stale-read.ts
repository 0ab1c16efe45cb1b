import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'stale-read',
  order: 135,
  title: 'an entry is read only after its update went out',
  severity: 'hazard',
  why: 'Where the architecture holds back the store itself, memory has the old entry until the flush, and whoever reads it decides on old facts.',
  source: 'include/linux/pgtable.h: reads after a modification in lazy mode are not guaranteed to be up to date',
  on: ['hazard'],
  judge: hazardJudge('stale-read'),
} satisfies Rule;
