/** Limits of all readers, so that untrusted input costs little. */
export const LIMITS = {
  /** UTF-16 units of a text, a letter code or a link. */
  text: 4 * 1024 * 1024,
  /** Events of a program, nested ones and repeats counted. */
  events: 1_000_000,
  /** Maximum nesting of events. */
  depth: 64,
  /** Maximum nesting of events and repeats. A repeat doubles its events at least, so 19 of them are never too few. */
  nesting: 64 + 19,
  /** UTF-16 units of a note. */
  note: 500,
  /** Maximum number of diagnostics per text. */
  diagnostics: 20,
  /** Last index of a page. */
  page: 1023,
  cpu: 7,
  /** Architectures that a link or a saved document shows. */
  backends: 16,
  /** Largest number of an anchor. */
  anchor: 255,
} as const;

/** Why a text is too long to be read, saved or linked, as one clause; null if it is not. */
export const exceedsTextLimit = ({ length }: string): string | null =>
  length > LIMITS.text ? `the text has ${length} characters (at most ${LIMITS.text})` : null;
