import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'overtaken-update',
  order: 160,
  title: 'updates of one entry take effect in program order',
  severity: 'hazard',
  why: 'A later operation took effect immediately while an earlier update of the same entry is pending; the flush then overwrites it with the older value.',
  source:
    'arch/x86/include/asm/pgtable.h: get-and-clear and wrprotect are not paravirt calls; inferred, no report found',
  on: ['hazard'],
  judge: hazardJudge('overtaken-update'),
} satisfies Rule;
