import { and, field, IN_INTERRUPT, not } from '../ir/statements.ts';
import { type Revision, withInterruptTest } from './revision.ts';
import v407 from './v4-07.ts';

export default {
  ...v407,
  id: 'v4',
  order: 31,
  title: 'v4, whole series',
  source: {
    subject: '[PATCH v4 00/12] Nesting support for lazy MMU mode',
    ref: '20251029100909.3381140-1-kevin.brodsky@arm.com',
  },
  changed: 'Patch 12 of the series makes every helper return immediately in interrupt context.',
  helpers: withInterruptTest(v407.helpers),
  active: { name: 'in_lazy_mmu_mode', task: field('active'), here: and(not(IN_INTERRUPT), field('active')) },
} satisfies Revision;
