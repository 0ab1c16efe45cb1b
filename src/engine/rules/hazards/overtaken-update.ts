import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'overtaken-update',
  order: 160,
  title: 'updates of one entry take effect in their order',
  severity: 'hazard',
  why: 'A later operation took effect at once while an earlier update of the same entry still waits: the flush writes the older value over it.',
  source:
    'arch/x86/include/asm/pgtable.h: get-and-clear and wrprotect are no paravirt calls; inferred, nobody reports it',
  on: ['hazard'],
  judge: hazardJudge('overtaken-update'),
} satisfies Rule;
