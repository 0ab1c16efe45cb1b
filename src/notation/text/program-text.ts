import type { Program } from '../../engine/model.ts';

/** A program and the lines of its text. */
export interface ProgramText {
  readonly program: Program;
  /** By row (row n at n - 1): the line of the text on which the row stands, from 1. Repeats share their lines. */
  readonly lines: readonly number[];
  /** By row: the offset in the text at which it begins. */
  readonly starts: readonly number[];
  /** The repeats of the text, each from its word to behind its closing brace, inner ones before those around them. */
  readonly repeats: readonly TextRange[];
}

/** A part of a text, by offsets; the end is not in it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
