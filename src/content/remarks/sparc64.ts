import { JOINS } from '../../engine/backends/shared/batch.ts';
import { MISS } from '../../engine/backends/sparc64.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'sparc64',
  order: 50,
  sentOut: 'Every disable and every pause; a full batch; another mm or page size; a gather flush.',
  early: 'A new mapping works; an old translation keeps working until the flush.',
  nestedBefore: 'Tolerated: the inner disable ends batching; the preempt count stays balanced.',
  inferred: [
    'The software translation cache (TSB) and the TLB are modelled as one cached translation.',
    'Data cache aliasing, contexts and the flush of a whole mm are not modelled.',
    MISS,
    JOINS,
    'A preempt count below zero is shown as it is; other consequences in the kernel are not modelled.',
  ],
} satisfies Remarks;
