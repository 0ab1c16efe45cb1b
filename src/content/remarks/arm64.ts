import { UNMAPPED } from '../../engine/backends/arm64.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'arm64',
  order: 20,
  sentOut: 'Every disable and every pause.',
  early: 'A new kernel mapping may fault; the kernel retries and warns. No difference for user mappings.',
  nestedBefore: 'Tolerated: the inner disable flushes and ends the batching for the rest of the outer section.',
  inferred: [
    UNMAPPED,
    'Other CPUs rely on the dsb that comes in the end, and on a context synchronisation of their own.',
    'That a set of several entries owes its barriers once is from memory.',
  ],
} satisfies Remarks;
