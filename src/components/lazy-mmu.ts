/** What all of this is about, for who has never heard of it. */
export const LAZY_MMU =
  'Between enable and disable, lazy MMU mode lets an architecture hold back page-table updates, or what has to follow them, and do them together.';
