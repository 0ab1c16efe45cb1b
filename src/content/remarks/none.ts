import type { Remarks } from '../remarks.ts';

export default {
  id: 'none',
  order: 10,
  sentOut: 'Nothing is ever pending.',
  early: 'As outside a section.',
  nestedBefore: 'Nothing to nest: the callbacks are empty.',
  inferred: [],
} satisfies Remarks;
