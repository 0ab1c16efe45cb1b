import { hazardJudge } from '../hazard.ts';
import type { Rule } from '../rule.ts';

export default {
  id: 'early-touch',
  order: 140,
  title: 'a new mapping is used only after its update was flushed',
  severity: 'hazard',
  why: 'The hardware may still find the old, empty entry. arm64 may fault, and recovers with a message. Xen and s390 do fault; on Xen a fault on a kernel address is fatal unless handled.',
  source: '5fdd05efa1cd and arch/arm64/mm/fault.c; arch/x86/xen/mmu_pv.c; the pending s390 series',
  on: ['hazard'],
  judge: hazardJudge('early-touch'),
} satisfies Rule;
