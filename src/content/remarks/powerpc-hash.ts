import { JOINS } from '../../engine/backends/shared/batch.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'powerpc-hash',
  order: 30,
  sentOut: 'Every disable and every pause; a full batch; another mm or page size; a gather flush.',
  early: 'A new mapping works; an old translation works on until the flush.',
  nestedBefore: 'Tolerated: the inner disable ends the batching; the preemption count stays balanced.',
  inferred: [
    'A page counts as hashed when it was accessed since it was set.',
    'Segment sizes are left out of the key of the batch: mm and page size stand for it.',
    'That huge pages are flushed by a path of their own, at once, is from memory.',
    'That the fault handler inserts a hash entry on demand, so that a new mapping can be touched early, is from memory.',
    JOINS,
    'A preemption count below zero is shown as it is; what else the kernel makes of it is left out.',
  ],
} satisfies Remarks;
