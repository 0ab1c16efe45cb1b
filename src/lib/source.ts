/** A stretch of a text. Lines and columns count from 1 (columns in UTF-16 units), offsets from 0. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** Something wrong with what a person wrote: where, what, and what would have been accepted. */
export interface Diagnostic {
  readonly span: Span;
  /** Lower case, with the value found, without a final dot. */
  readonly message: string;
  /** The accepted form, when there is one to name. */
  readonly expected?: string;
}

/** One line for a terminal or a list: `name:line:column: message (expected …)`. */
export function formatDiagnostic({ span, message, expected }: Diagnostic, name?: string): string {
  const place = `${name === undefined ? '' : `${name}:`}${span.line}:${span.column}`;
  return `${place}: ${message}${expected === undefined ? '' : ` (expected ${expected})`}`;
}
