import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'stale-read',
  order: 135,
  title: 'an entry is read only after its update was flushed',
  severity: 'hazard',
  why: 'If the architecture defers the store itself, memory keeps the old entry until the flush, so a reader acts on stale data.',
  source: 'include/linux/pgtable.h: reads after a modification in lazy mode are not guaranteed to be up to date',
  on: ['hazard'],
  judge: hazardJudge('stale-read'),
} satisfies Rule;
