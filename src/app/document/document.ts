import type { Program, Setup } from '../../engine/model.ts';
import { exceedsBudget } from '../../engine/run/cost-estimate.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Span } from '../../lib/source.ts';
import { exceedsTextLimit } from '../../notation/text/limits.ts';
import { printFolded } from '../../notation/text/print-folded.ts';
import type { Document } from '../state/state.ts';
import { readText } from './read-text.ts';
import { reuseUnchangedEvents } from './reuse-unchanged-events.ts';
import { printOnce, rewriteText } from './rewrite-text.ts';

export const createDocument = (
  program: Program,
  setup: Setup,
  title: string | null,
  otherArchitectures: Document['otherArchitectures'] = [],
): Document => {
  const text = rowIndexOf(program).length > MAX_PRINTED_ROWS ? printFolded(program) : printOnce(program);
  return { text, problems: [], validText: text, program, setup, otherArchitectures, title, named: false };
};

/** The document of a program from outside. The error, one clause in lower case, says why the page cannot hold it. */
export function openProgram(...[program, ...others]: Parameters<typeof createDocument>): Result<Document, string> {
  const work = exceedsBudget(program);
  if (work !== null) return err(work);
  const document = createDocument(program, ...others);
  const excess = exceedsTextLimit(document.text);
  return excess === null ? ok(document) : err(excess);
}

/** Longer programs are printed with `repeat`: a link of 28 characters can have a million rows. */
const MAX_PRINTED_ROWS = 2000;

/** Drops a title that described the old program, when nothing of that program is left. */
export const withoutStaleTitle = (document: Document): Document =>
  document.named ? document : { ...document, title: null };

/** Returns the document with another text; with problems in it, the last valid program stays. */
export function withText(document: Document, text: string): Document {
  const read = readText(text);
  if (!read.ok) return { ...document, text, problems: read.error };
  const work = exceedsBudget(read.value.program);
  if (work !== null) return { ...document, text, problems: [{ span: START, message: work, expected: LESS }] };
  return {
    ...document,
    text,
    problems: [],
    validText: text,
    program: reuseUnchangedEvents(document.program, read.value.program),
  };
}

const START: Span = { line: 1, column: 1, start: 0, end: 0 };
const LESS = 'fewer repeats or smaller ranges';

/** Returns the document with another program, keeping the person's own text as far as it still says the program. */
export function withProgram(document: Document, program: Program): Document {
  const text = rewriteText(document, program);
  return { ...document, text, problems: [], validText: text, program };
}
