import { is, ownCallback, postIncrement, when } from '../ir/statements.ts';
import type { Revision } from './revision.ts';
import v72 from './v7.2.ts';

// Like enable() except for its callback; the range is a hint for the outermost call, and the plain disable() closes the section.
export default {
  ...v72,
  id: 'v7.2-ptes',
  order: 55,
  title: 'pending: enable_with_ptes (s390 series)',
  date: '2026-07-15',
  source: {
    subject: 'Alexander Gordeev, "Batch PTE updates in lazy MMU mode", v6; v8 (October 2026) was not available',
    ref: '[PATCH v6 1/4]',
  },
  changed:
    'Compared with 7.2: lazy_mmu_mode_enable_with_ptes() announces a range of entries that may change, as a hint. The outermost call calls arch_enter_lazy_mmu_mode_with_ptes(), which is arch_enter() unless the architecture has its own; nested it is a plain enable.',
  aliases: [],
  meets: ['s390'],
  helpers: {
    ...v72.helpers,
    enable_with_ptes: [
      ...v72.helpers.enable
        .slice(0, -1)
        .map((one) =>
          one.kind === 'check' ? { ...one, reason: one.reason.replace('enable()', 'enable_with_ptes()') } : one,
        ),
      when(is(postIncrement('enable_count'), '==', 0), [ownCallback('enter_with_ptes', 'enter')]),
    ],
  },
} satisfies Revision;
