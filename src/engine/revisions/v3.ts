import { and, field, IN_INTERRUPT, not } from '../ir/statements.ts';
import { type Revision, withInterruptTest } from './revision.ts';
import v307 from './v3-07.ts';

export default {
  ...v307,
  id: 'v3',
  order: 21,
  title: 'v3, whole series',
  source: {
    subject: '[PATCH v3 00/13] Nesting support for lazy MMU mode',
    ref: '20251015082727.2395128-1-kevin.brodsky@arm.com',
  },
  changed:
    'Patch 12 of the series makes every helper return immediately in interrupt context. Patch 13, which makes them return if the architecture does not want lazy mode (powerpc radix), is not modelled.',
  helpers: withInterruptTest(v307.helpers),
  active: { name: 'in_lazy_mmu_mode', task: field('enabled'), here: and(not(IN_INTERRUPT), field('enabled')) },
} satisfies Revision;
