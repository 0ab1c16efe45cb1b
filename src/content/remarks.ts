import type { Entry } from '../lib/registry.ts';

/** What the page says about a backend besides drawing it. Each backend has one under its id, loaded on demand. */
export interface Remarks extends Entry {
  /** What flushes pending work, in a few words. */
  readonly sentOut: string;
  /** What an access before the flush sees, through a new mapping and through an old one. */
  readonly early: string;
  /** What a nested section did before the series. */
  readonly nestedBefore: string;
  /** What is inferred from code, remembered or simplified instead of read: one short sentence each. */
  readonly inferred: readonly string[];
}
