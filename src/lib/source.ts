/** A range of a text. Lines and columns count from 1 (columns in UTF-16 units), offsets from 0. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** An error in the user's input: where it is, what it is, and what would be accepted. */
export interface Diagnostic {
  readonly span: Span;
  /** Lower case, with the value found, without a final dot. */
  readonly message: string;
  /** The accepted form, if there is one. */
  readonly expected?: string;
}

/** Formats a diagnostic in one line: `name:line:column: message (expected …)`. */
export function formatDiagnostic({ span, message, expected }: Diagnostic, name?: string): string {
  const place = `${name === undefined ? '' : `${name}:`}${span.line}:${span.column}`;
  return `${place}: ${message}${expected === undefined ? '' : ` (expected ${expected})`}`;
}
