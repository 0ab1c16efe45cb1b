import type { Program } from '../../engine/model.ts';

/** A program and the lines of its text. */
export interface ProgramText {
  readonly program: Program;
  /** By row (row n at index n - 1): its line in the text, from 1. Repeats share their lines. */
  readonly lines: readonly number[];
  /** By row: the offset of its start in the text. */
  readonly starts: readonly number[];
  /** The repeats of the text, each from its word to its closing brace, inner ones first. */
  readonly repeats: readonly TextRange[];
}

/** A part of a text, by offsets; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
