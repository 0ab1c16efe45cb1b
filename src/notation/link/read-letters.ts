import type { Anchor, Block, Event, Helper, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../../lib/source.ts';
import { checkProgram } from '../text/check.ts';
import { LIMITS } from '../text/limits.ts';
import { createLineIndex } from '../text/line-index.ts';
import { expandAll, type WrittenEvents } from '../text/written-events.ts';
import { LETTERS } from './letters.ts';
import {
  describeNext,
  failReading,
  type LetterReader,
  type Operation,
  readSimpleEvent,
  takeMatch,
} from './read-letter.ts';

/**
 * Reads what `writeLetters` wrote, within the parser's limits. The error is the first letter that cannot be read, because
 * the start of the next event is then unknown, or the problems of the program as a whole. Spans are on line 1.
 */
export function readLetters(code: string): Result<Program, readonly Diagnostic[]> {
  return readCode(code, new Map());
}

function readCode(code: string, shared: LetterReader['shared']): Result<Program, readonly Diagnostic[]> {
  const { spanOf } = createLineIndex('');
  const diagnostic = (start: number, end: number, message: string, expected?: string): Diagnostic => {
    const span = spanOf(start, end);
    return expected === undefined ? { span, message } : { span, message, expected };
  };
  if (code.length > LIMITS.text) {
    return err([diagnostic(0, 0, `the code has ${code.length} characters`, `at most ${LIMITS.text}`)]);
  }
  const reading: LetterReader = {
    code,
    at: 0,
    events: 0,
    depth: 0,
    nesting: 0,
    shared,
    starts: new Map(),
    bodies: [],
    wrong: null,
  };
  const written: WrittenEvents = [];
  if (readRun(reading, written) && reading.at < code.length)
    failReading(reading, 'this dot has no matching start', 'a letter');
  if (reading.wrong) {
    return err([diagnostic(reading.at, Math.min(reading.at + 1, code.length), ...reading.wrong)]);
  }
  const program = expandAll(written, reading.bodies);
  const problems = checkProgram(program);
  if (problems.length === 0) return ok(program);
  // Only an event that is an object of its own has one place in the code.
  if (shared) return readCode(code, null);
  return err(
    problems.map(({ event, message, expected }) => {
      const start = (event && reading.starts.get(event)) ?? 0;
      return diagnostic(start, event ? start + 1 : code.length, message, expected);
    }),
  );
}

const BY_LETTER: ReadonlyMap<string, Operation> = new Map(
  Object.entries(LETTERS).map(([operation, letter]) => [letter, operation as Operation]),
);

/** Reads events up to a dot or the end of the code; false after an error. */
function readRun(reading: LetterReader, into: WrittenEvents): boolean {
  const { code } = reading;
  while (reading.at < code.length && code[reading.at] !== '.') {
    const start = reading.at;
    const off = code[start] === '~';
    if (off) reading.at += 1;
    const letter = code[reading.at] ?? '';
    const operation = BY_LETTER.get(letter);
    if (!operation || (operation === 'repeat' && off)) {
      if (letter === '') failReading(reading, 'the code ends after ~', 'the event to disable');
      else failReading(reading, `no event begins with "${letter}"`, [...BY_LETTER.keys()].join(' '));
      return false;
    }
    reading.at += 1;
    if (operation === 'repeat') {
      if (!readRepeat(reading, into)) return false;
      continue;
    }
    const event = readEvent(reading, operation);
    if (!event) return false;
    into.push(addEvent(reading, off ? { ...event, off: true } : event, start));
    reading.events += 1;
    if (reading.events > LIMITS.events) {
      reading.at = start;
      failReading(reading, `the program has more than ${LIMITS.events} events`, 'fewer events');
      return false;
    }
  }
  return true;
}

/** Returns the event that was read from a place: the one of equal letters before it, if equal events may be one object. */
function addEvent({ shared, starts, code, at }: LetterReader, event: Event, start: number): Event {
  const letters = shared && bodiesOf(event).length === 0 ? code.slice(start, at) : null;
  const known = letters === null ? undefined : shared?.get(letters);
  if (known) return known;
  if (letters !== null) shared?.set(letters, event);
  starts.set(event, start);
  return event;
}

function readEvent(reading: LetterReader, operation: Exclude<Operation, 'repeat'>): Event | null {
  switch (operation) {
    case 'enable':
    case 'disable':
    case 'pause':
    case 'resume':
      return readCall(reading, operation);
    case 'irq':
    case 'softirq': {
      const body: Event[] = [];
      return readEventBody(reading, body, operation) ? { kind: operation, body } : null;
    }
    default:
      return readSimpleEvent(reading, operation);
  }
}

function readCall(reading: LetterReader, helper: Helper): Event | null {
  const range = helper === 'enable' ? takeMatch(reading, /(0|[1-9]\d*)-(0|[1-9]\d*)/y) : null;
  const inside: Block[] = [];
  while (reading.code[reading.at] === '_') {
    reading.at += 1;
    const place = takeMatch(reading, /(w?)([1-9]\d*)|[ab]/y);
    if (!place) return failReading(reading, describeNext(reading, '_'), 'a number, w and a number, b or a');
    const events: Event[] = [];
    if (!readEventBody(reading, events, helper)) return null;
    inside.push({ anchor: anchorOf(place), events });
  }
  return {
    kind: 'call',
    helper,
    ...(range ? { range: { from: Number(range[1]), to: Number(range[2]) } } : {}),
    ...(inside.length > 0 ? { inside } : {}),
  };
}

function anchorOf([whole, write, number]: RegExpExecArray): Anchor {
  if (number === undefined) return { at: whole === 'a' ? 'after-callback' : 'before-callback' };
  return { at: write === 'w' ? 'write' : 'statement', number: Number(number) };
}

function readRepeat(reading: LetterReader, into: WrittenEvents): boolean {
  const start = reading.at;
  const times = Number(takeMatch(reading, /[1-9]\d{0,6}/y)?.[0] ?? 0);
  const events: WrittenEvents = [];
  const before = reading.events;
  if (times === 0) failReading(reading, describeNext(reading, LETTERS.repeat), 'a count');
  if (times === 0 || !readBody(reading, events, 'repeat')) return false;
  const more = (times - 1) * (reading.events - before);
  if (reading.events + more > LIMITS.events) {
    reading.at = start;
    failReading(reading, `N${times} creates more than ${LIMITS.events} events`, 'fewer repeats');
    return false;
  }
  reading.events += more;
  into.push({ kind: 'repeat', times, events });
  return true;
}

/** Reads a body of an event, which is filled once the code has been read. */
function readEventBody(reading: LetterReader, body: Event[], within: string): boolean {
  if (reading.depth === LIMITS.depth) {
    failReading(reading, `events are nested more than ${LIMITS.depth} deep`, 'less nesting');
    return false;
  }
  const written: WrittenEvents = [];
  reading.depth += 1;
  const isComplete = readBody(reading, written, within);
  reading.depth -= 1;
  reading.bodies.push({ body, written });
  return isComplete;
}

/** Reads a run and the dot after it. */
function readBody(reading: LetterReader, into: WrittenEvents, within: string): boolean {
  if (reading.nesting === LIMITS.nesting) {
    failReading(reading, `events and repeats are nested more than ${LIMITS.nesting} deep`, 'less nesting');
    return false;
  }
  reading.nesting += 1;
  const isComplete = readRun(reading, into);
  reading.nesting -= 1;
  if (!isComplete) return false;
  if (reading.code[reading.at] !== '.') {
    failReading(reading, `the code ends inside ${within}`, 'a dot');
    return false;
  }
  reading.at += 1;
  return true;
}
