import {
  array,
  boolean,
  fallback,
  is,
  looseObject,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeInteger,
  string,
  transform,
  unknown,
} from 'valibot';
import { CHECKS, ERAS, type Setup } from '../../engine/model.ts';
import { exceedsBudget } from '../../engine/run/cost-estimate.ts';
import { prepare } from '../../engine/setup/world.ts';
import { attempt } from '../../lib/attempt.ts';
import { abbreviate } from '../../lib/phrases.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { validate } from '../../lib/validate.ts';
import { exceedsTextLimit, LIMITS } from '../../notation/text/limits.ts';
import { readProgram } from '../../notation/text/parse.ts';
import { withText } from '../document/document.ts';
import type { Document, HistoryEntry } from '../state/state.ts';
import type { DocumentSnapshot } from '../state/stored-document.ts';
import { compatibleArchitectures } from '../state/visible-architectures.ts';

/** Limits of the history that is saved: entries, and characters of text in all. */
const MAX_ENTRIES = 100;
const MAX_TEXT = 100_000;
const MAX_NAME = 500;
/** UTF-16 units of a saved document: a text and the last valid one, each of whose characters may be escaped. */
const MAX_JSON = 13 * LIMITS.text;
const MAX_CAPACITY = 65_535;

/** Why a document could not be read again if it were saved, as one clause; null if it could. */
export const exceedsSnapshotLimit = ({ document }: DocumentSnapshot): string | null => exceedsTextLimit(document.text);

/** Writes a document as JSON of version 1, with as much of the history around the present as fits. */
export function writeSnapshot({ document, cursor, caret, past, future }: DocumentSnapshot): string {
  const budget = { text: MAX_TEXT, entries: MAX_ENTRIES };
  const fits = ({ document: { text, validText } }: HistoryEntry) => {
    budget.text -= text.length + (validText === text ? 0 : validText.length);
    budget.entries -= 1;
    return budget.text >= 0 && budget.entries >= 0;
  };
  const missing = past.toReversed().findIndex((entry) => !fits(entry));
  const until = future.findIndex((entry) => !fits(entry));
  return JSON.stringify({
    v: 1,
    ...plainDocument(document),
    cursor,
    caret,
    past: past.slice(missing < 0 ? 0 : past.length - missing).map(plainEntry),
    future: (until < 0 ? future : future.slice(0, until)).map(plainEntry),
  });
}

/** The reason for a document whose version is not 1, one clause in lower case. Not every JSON value can become a string. */
export function otherVersion(version: unknown): string {
  const isPlain = typeof version === 'number' || typeof version === 'string';
  return `its version is ${isPlain ? abbreviate(String(version)) : 'not a number'}, this page reads version 1`;
}

/** Reads what `writeSnapshot` wrote, field by field; the error is one clause in lower case. */
export function readSnapshot(json: string): Result<DocumentSnapshot, string> {
  if (json.length > MAX_JSON) return err(`${json.length} characters are more than a document has`);
  const parsed = attempt((): unknown => JSON.parse(json));
  if (!parsed.ok) return err('it is not JSON');
  const read = validate(documentSchema, parsed.value);
  if (!read.ok) return err('it is not a document');
  const { v, past, future, ...fields } = read.value;
  if (v !== 1) return err(otherVersion(v));
  const main = readEntry({ ...fields, name: 'document' });
  if (!main.ok) return main;
  const { document, cursor, caret } = main.value;
  // History is a courtesy: it is cut at the first entry that cannot be read.
  return ok({
    ...{ document, cursor, caret },
    past: readEntries(past.toReversed()).toReversed(),
    future: readEntries(future),
  });
}

const plainDocument = ({ text, validText, setup, otherArchitectures: beside, title, named }: Document) => ({
  text,
  // A text with a mistake does not determine the program.
  ...(validText === text ? {} : { program: validText }),
  setup,
  ...(beside.length > 0 ? { beside } : {}),
  title,
  ...(named ? { named } : {}),
});

const plainEntry = ({ name, document, cursor, caret }: HistoryEntry) => ({
  name: name.slice(0, MAX_NAME),
  ...plainDocument(document),
  cursor,
  caret,
});

function readEntries(values: readonly unknown[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const value of values.slice(0, MAX_ENTRIES)) {
    const entry = readEntry(value);
    if (!entry.ok) break;
    entries.push(entry.value);
  }
  return entries;
}

const count = pipe(number(), safeInteger(), minValue(0));
const list = fallback(array(unknown()), []);
const flag = fallback(boolean(), false);

const documentSchema = looseObject({ v: optional(unknown()), past: list, future: list });

const setupSchema = object({
  revision: string(),
  backend: string(),
  era: picklist(ERAS),
  checks: picklist(CHECKS),
  panicOnWarn: flag,
  capacity: nullable(pipe(number(), safeInteger(), minValue(1), maxValue(MAX_CAPACITY))),
});

const architectureSchema = object({ backend: string(), era: picklist(ERAS) });

const entrySchema = object({
  name: pipe(string(), maxLength(MAX_NAME)),
  text: pipe(string(), maxLength(LIMITS.text)),
  title: nullable(pipe(string(), maxLength(MAX_NAME))),
  setup: setupSchema,
  /** Only where the text has a mistake. */
  program: optional(string()),
  // Unknown architectures are dropped: the program matters more.
  beside: pipe(
    list,
    transform((all) => all.filter((one) => is(architectureSchema, one))),
  ),
  named: flag,
  // A place outside the run is corrected once the run is known.
  cursor: fallback(object({ slot: count, moment: fallback(nullable(count), null) }), { slot: -1, moment: null }),
  caret: fallback(count, 0),
});

/** The fields of every form that was ever saved: of a document, of an undo step, and of a setup. */
export const SNAPSHOT_FIELDS = {
  document: [...Object.keys(documentSchema.entries), ...Object.keys(entrySchema.entries)],
  entry: Object.keys(entrySchema.entries),
  setup: Object.keys(setupSchema.entries),
} as const;

const REASONS = {
  name: 'an undo step has no name',
  text: 'it has no text',
  title: 'its title is not a string',
  setup: 'its setup is not valid',
  program: 'it has no program',
};

function readEntry(value: unknown): Result<HistoryEntry, string> {
  const read = validate(entrySchema, value, REASONS);
  if (!read.ok) return read;
  const { name, text, title, program: source = text, beside, named, cursor, caret } = read.value;
  const setup: Setup = read.value.setup;
  const world = prepare(setup);
  if (!world.ok) return world;
  const parsed = readProgram(source);
  if (!parsed.ok) return err(REASONS.program);
  const { program } = parsed.value;
  const work = exceedsBudget(program);
  if (work !== null) return err(work);
  const valid: Document = {
    ...{ text: source, problems: [], validText: source, program, setup, title, named },
    otherArchitectures: compatibleArchitectures(setup, beside.slice(0, LIMITS.backends)),
  };
  return ok({ name, document: withText(valid, text), cursor, caret });
}
