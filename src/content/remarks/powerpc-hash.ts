import { JOINS } from '../../engine/backends/shared/batch.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'powerpc-hash',
  order: 30,
  sentOut: 'Every disable and every pause; a full batch; another mm or page size; a gather flush.',
  early: 'A new mapping works; an old translation keeps working until the flush.',
  nestedBefore: 'Tolerated: the inner disable ends batching; the preempt count stays balanced.',
  inferred: [
    'A page counts as hashed if it has been accessed since it was set.',
    'Segment sizes are not part of the key of a batch; it consists of the mm and the page size.',
    'Huge pages are flushed immediately, by a separate path: from memory.',
    'The fault handler inserts a hash entry on demand, so a new mapping can be accessed before the flush: from memory.',
    JOINS,
    'A preempt count below zero is shown as it is; other consequences in the kernel are not modelled.',
  ],
} satisfies Remarks;
