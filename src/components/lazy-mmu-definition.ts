/** Introduces lazy MMU mode in one sentence. */
export const LAZY_MMU_DEFINITION =
  'Between enable and disable, lazy MMU mode lets an architecture defer page-table updates, or the flushes and barriers they need, and batch them.';
