import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'early-touch',
  order: 140,
  title: 'a new mapping is used only after its update went out',
  severity: 'hazard',
  why: 'The hardware may still find the old, empty entry: arm64 may fault and recovers with a message, on Xen and s390 the access does fault; on Xen that is fatal for a kernel address unless it is handled.',
  source: '5fdd05efa1cd and arch/arm64/mm/fault.c; arch/x86/xen/mmu_pv.c; the pending s390 series',
  on: ['hazard'],
  judge: hazardJudge('early-touch'),
} satisfies Rule;
