import type { Program } from '../engine/model.ts';
import type { Trace } from '../engine/run/run.ts';
import type { Entry } from '../lib/registry.ts';
import type { Result } from '../lib/result.ts';
import type { Diagnostic } from '../lib/source.ts';

/** What a writer may need beside the traces. */
export interface WriteOptions {
  /** Number of the program among several: its line in the input; 1 where there is one. */
  readonly program: number;
  /** Row at which a link opens; 0 is before the first. */
  readonly row: number;
  /** What stands in front of a link's `#`: an address without a fragment, or nothing. */
  readonly address: string;
}

export const WRITE_DEFAULTS: WriteOptions = { program: 1, row: 0, address: '' };

/** Runs of one program under one or more setups, at least one. */
export type Traces = readonly [Trace, ...Trace[]];

/** A form in which a program or its trace leaves the product, and perhaps comes back. */
export interface Format extends Entry {
  readonly title: string;
  readonly mediaType: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  /** What stands between two texts of this form in one output. */
  readonly between: '' | '\n';
  /** Why these traces have no such form; null where they have. A form without this takes all. */
  refuse?(traces: Traces): string | null;
  /** A whole text: its last line ends with a newline. An empty program may give an empty text. */
  write(traces: Traces, options: WriteOptions): string;
  /** The same text in pieces, where it may be too long for one string. */
  pieces?(traces: Traces, options: WriteOptions): Iterable<string>;
  /** The program that was written; within the notation's limits. */
  read?(text: string): Result<Program, readonly Diagnostic[]>;
}
