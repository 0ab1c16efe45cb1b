import { JOINS } from '../../engine/backends/shared/batch.ts';
import { MISS } from '../../engine/backends/sparc64.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'sparc64',
  order: 50,
  sentOut: 'Every disable and every pause; a full batch; another mm or page size; a gather flush.',
  early: 'A new mapping works; an old translation works on until the flush.',
  nestedBefore: 'Tolerated: the inner disable ends the batching; the preemption count stays balanced.',
  inferred: [
    'The software translation cache (TSB) and the TLB are one cached translation here.',
    'Data cache aliasing, contexts and the flush of a whole mm are left out.',
    MISS,
    JOINS,
    'A preemption count below zero is shown as it is; what else the kernel makes of it is left out.',
  ],
} satisfies Remarks;
