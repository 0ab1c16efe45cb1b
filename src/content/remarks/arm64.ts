import { UNMAPPED } from '../../engine/backends/arm64.ts';
import type { Remarks } from '../remarks.ts';

export default {
  id: 'arm64',
  order: 20,
  sentOut: 'Every disable and every pause.',
  early: 'A new kernel mapping may fault; the kernel retries and warns. No difference for user mappings.',
  nestedBefore: 'Tolerated: the inner disable flushes and ends batching for the rest of the outer section.',
  inferred: [
    UNMAPPED,
    'Other CPUs rely on the final dsb and on their own context synchronisation.',
    'A set of several entries needs its barriers only once: from memory.',
  ],
} satisfies Remarks;
