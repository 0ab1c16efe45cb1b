import type { Program } from '../engine/model.ts';
import type { Trace } from '../engine/run/run.ts';
import type { Entry } from '../lib/registry.ts';
import type { Result } from '../lib/result.ts';
import type { Diagnostic } from '../lib/source.ts';

/** Options of a writer. */
export interface WriteOptions {
  /** Number of the program among several: its line in the input; 1 where there is one. */
  readonly program: number;
  /** Row at which a link opens; 0 is before the first. */
  readonly row: number;
  /** The address before a link's `#`, or an empty string. */
  readonly address: string;
}

export const WRITE_DEFAULTS: WriteOptions = { program: 1, row: 0, address: '' };

/** Runs of one program under one or more setups, at least one. */
export type Traces = readonly [Trace, ...Trace[]];

/** An output format of programs or traces, possibly with a reader. */
export interface Format extends Entry {
  readonly title: string;
  readonly mediaType: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  /** The separator between two texts of this format in one output. */
  readonly between: '' | '\n';
  /** Explains why these traces cannot be written; null if they can. A format without this accepts all. */
  refuse?(traces: Traces): string | null;
  /** A whole text: its last line ends with a newline. An empty program may give an empty text. */
  write(traces: Traces, options: WriteOptions): string;
  /** Yields the same text in pieces, if it may be too long for one string. */
  pieces?(traces: Traces, options: WriteOptions): Iterable<string>;
  /** Reads the program back, within the limits of the notation. */
  read?(text: string): Result<Program, readonly Diagnostic[]>;
}
