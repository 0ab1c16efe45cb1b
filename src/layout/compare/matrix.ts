import type { RunAssessment } from './verdict.ts';

/** Verdicts of programs under each revision: one row per program, one column per revision. */
export interface Matrix {
  readonly heads: readonly MatrixHead[];
  readonly rows: readonly MatrixRow[];
  /** The architecture of rows that name none: `arm64`. */
  readonly place: string;
}

export interface MatrixHead {
  readonly id: string;
  readonly subject: string;
  readonly date: string | null;
}

export interface MatrixRow {
  readonly title: string;
  /** The architecture, where it is not the matrix's own. */
  readonly place: string | null;
  readonly cells: readonly MatrixCell[];
}

/** A verdict, or why there cannot be one; null while it is unknown. */
export type MatrixCell = MatrixVerdict | { readonly impossible: string } | null;

export interface MatrixVerdict extends RunAssessment {
  /** A position inside a call is not reached here, or has no equivalent in this revision. */
  readonly unsure: boolean;
}
