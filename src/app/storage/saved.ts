import { CHECKS, ERAS, type Program, type Setup } from '../../engine/model.ts';
import { prepare } from '../../engine/setup/world.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { LIMITS } from '../../notation/text/limits.ts';
import { readProgram as readNotation } from '../../notation/text/parse.ts';
import { printProgram } from '../../notation/text/print.ts';
import { tooMuchWork } from '../document/cost-estimate.ts';
import { withText } from '../document/document.ts';
import type { AppState, Cursor, Document, HistoryEntry } from '../state/state.ts';
import { besideOf } from '../state/visible-architectures.ts';

/** A document as it is kept: with the place in it and what can be undone. */
export type Saved = Pick<AppState, 'document' | 'cursor' | 'caret' | 'past' | 'future'>;

/** Steps of history that are kept over a reload, in all and of so many characters of text. */
const MOST_ENTRIES = 100;
const MOST_TEXT = 100_000;

/** JSON of version 1. The nearest steps of the history are kept, as many as have room. */
export function writeSaved({ document, cursor, caret, past, future }: Saved): string {
  const room = { text: MOST_TEXT, entries: MOST_ENTRIES };
  const fits = ({ document: { text } }: HistoryEntry) => {
    room.text -= text.length;
    room.entries -= 1;
    return room.text >= 0 && room.entries >= 0;
  };
  const missing = past.toReversed().findIndex((entry) => !fits(entry));
  const until = future.findIndex((entry) => !fits(entry));
  return JSON.stringify({
    v: 1,
    ...plainOf(document),
    cursor,
    caret,
    past: past.slice(missing < 0 ? 0 : past.length - missing).map(plainEntry),
    future: (until < 0 ? future : future.slice(0, until)).map(plainEntry),
  });
}

/** Reads what `writeSaved` wrote, field by field; the error is one clause in lower case. */
export function readSaved(json: string): Result<Saved, string> {
  if (json.length > 4 * LIMITS.text) return err(`${json.length} characters are more than a document has`);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err('it is not JSON');
  }
  const fields = fieldsOf(value);
  if (fields.v !== 1) return err(`its version is ${String(fields.v)}, this page reads version 1`);
  const main = readEntry({ ...fields, name: 'document' });
  if (!main.ok) return main;
  const { document, cursor, caret } = main.value;
  // History is a courtesy: from the first step on that cannot be read, it is left away.
  const past = readAll(listOf(fields.past).toReversed()).toReversed();
  return ok({ document, cursor, caret, past, future: readAll(listOf(fields.future)) });
}

const plainOf = ({ text, problems, program, setup, beside, title, named }: Document) => ({
  text,
  // A text with a mistake does not say what the program is.
  ...(problems.length > 0 ? { program: printProgram(program) } : {}),
  setup,
  ...(beside.length > 0 ? { beside } : {}),
  title,
  ...(named ? { named } : {}),
});

const plainEntry = ({ name, document, cursor, caret }: HistoryEntry) => ({ name, ...plainOf(document), cursor, caret });

function readAll(values: readonly unknown[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const value of values.slice(0, MOST_ENTRIES)) {
    const entry = readEntry(fieldsOf(value));
    if (!entry.ok) break;
    entries.push(entry.value);
  }
  return entries;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readEntry(fields: Fields): Result<HistoryEntry, string> {
  const { name, text, program, setup, beside, title, named, cursor, caret } = fields;
  if (typeof name !== 'string' || name.length > 500) return err('a step has no name');
  if (typeof text !== 'string' || text.length > LIMITS.text) return err('it has no text');
  if (title !== null && (typeof title !== 'string' || title.length > 500)) return err('its title is not a text');
  const known = readSetup(fieldsOf(setup));
  if (!known.ok) return known;
  const good = readProgram(program ?? text);
  if (!good.ok) return good;
  const work = tooMuchWork(good.value);
  if (work !== null) return err(work);
  return ok({
    name,
    document: withText(
      {
        text: '',
        problems: [],
        program: good.value,
        setup: known.value,
        beside: readBeside(beside, known.value),
        title,
        named: named === true,
      },
      text,
    ),
    cursor: readCursor(fieldsOf(cursor)),
    caret: isCount(caret) ? caret : 0,
  });
}

function readProgram(text: unknown): Result<Program, string> {
  const read = typeof text === 'string' ? readNotation(text) : null;
  return read?.ok ? ok(read.value.program) : err('it has no program');
}

function readSetup({ revision, backend, era, checks, panicOnWarn, capacity }: Fields): Result<Setup, string> {
  const knownEra = ERAS.find((one) => one === era);
  const knownChecks = CHECKS.find((one) => one === checks);
  const isCapacity = capacity === null || (isCount(capacity) && capacity >= 1 && capacity <= 65535);
  const named = isText(revision) && isText(backend);
  if (!named || !knownEra || !knownChecks || !isCapacity) return err('its setup is not one');
  const setup = { revision, backend, era: knownEra, checks: knownChecks, panicOnWarn: panicOnWarn === true, capacity };
  const world = prepare(setup);
  return world.ok ? ok(setup) : world;
}

/** Architectures that are not known, or cannot be shown with the setup, are left away: the program is what counts. */
function readBeside(value: unknown, setup: Setup): Document['beside'] {
  const wanted = listOf(value).flatMap((one) => {
    const { backend, era } = fieldsOf(one);
    const known = ERAS.find((each) => each === era);
    return isText(backend) && known ? [{ backend, era: known }] : [];
  });
  return besideOf(setup, wanted.slice(0, LIMITS.backends));
}

/** A cursor outside the run is put right when the run is known. */
function readCursor({ slot, moment }: Fields): Cursor {
  if (!isCount(slot)) return { slot: -1, moment: null };
  return { slot, moment: isCount(moment) ? moment : null };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
