import type { RunAssessment } from './verdict.ts';

/** How programs go under each revision: one row a program, one column a revision. */
export interface Matrix {
  readonly heads: readonly MatrixHead[];
  readonly rows: readonly MatrixRow[];
  /** Where a row runs that does not say otherwise: `arm64`. */
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

/** A verdict, or why there cannot be one; null is not known yet. */
export type MatrixCell = MatrixVerdict | { readonly impossible: string } | null;

export interface MatrixVerdict extends RunAssessment {
  /** A place inside a call is not reached here, or could not be named so that it means the same as in the program's own revision. */
  readonly unsure: boolean;
}
