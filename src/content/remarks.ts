import type { Entry } from '../lib/registry.ts';

/** What a reader is told of a backend beside what is drawn of it: each has one by the same id, fetched where it is read. */
export interface Remarks extends Entry {
  /** What makes it go out what is held back, in a few words. */
  readonly sentOut: string;
  /** What an access meets that comes before that: a new mapping, an old one. */
  readonly early: string;
  /** What a section inside a section came to before the series. */
  readonly nestedBefore: string;
  /** What is reasoned from code, remembered or simplified rather than read: one short sentence each. */
  readonly inferred: readonly string[];
}
