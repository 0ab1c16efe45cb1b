import type { Remarks } from '../remarks.ts';

export default {
  id: 'powerpc-radix',
  order: 40,
  sentOut: 'Nothing is ever pending.',
  early: 'The same as outside a section.',
  nestedBefore: 'No difference: the callbacks return immediately.',
  inferred: [
    'Sleeping in a section is a bug on the hash MMU and goes unnoticed here.',
    'The flush callback of v3 and v4 has no radix test; the batch is empty here, so this makes no difference.',
  ],
} satisfies Remarks;
