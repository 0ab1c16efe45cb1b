import type { Anchor, Block, Event } from '../../engine/model.ts';
import { LIMITS } from './limits.ts';
import { parseEvent } from './parse-event.ts';
import { describeToken, type Scanner, type Token } from './scan.ts';
import type { UnfilledBody, WrittenEvents } from './written-events.ts';

/** Offsets of an event: its head, and the `}` of each of its bodies. */
export interface EventOffsets {
  readonly start: number;
  readonly end: number;
  readonly closings: readonly number[];
}

/** The state of a parse. */
export interface ParseState {
  readonly scanner: Scanner;
  readonly offsets: Map<Event, EventOffsets>;
  /** Offsets of the repeats so far. */
  readonly repeats: { readonly start: number; readonly end: number }[];
  /** The bodies of the events so far. */
  readonly bodies: UnfilledBody[];
  /** The number of events so far, repeats expanded. */
  count: number;
  /** The number of open braces, without and with those of repeats. */
  depth: number;
  nesting: number;
  /** Whether an unclosed brace was reported; one report is enough. */
  hasUnclosed: boolean;
  /** Whether the text ended where more input was expected, so that further text would change the diagnostics. */
  isCutOff: boolean;
}

/** Parses events into a list, up to a `}` or the end of the text, which is not taken. */
export function parseList(reading: ParseState, into: WrittenEvents): void {
  const { scanner } = reading;
  for (;;) {
    const { kind } = scanner.peek();
    if (kind === 'end' || kind === '}') return;
    if (kind === 'newline' || kind === ';') {
      scanner.take();
      continue;
    }
    const end = parseStatement(reading, into);
    if (end === 'bare' && !isSeparator(scanner.peek())) {
      failBehind(scanner, scanner.peek());
      recover(reading);
    }
    if (end === 'wrong') recover(reading);
  }
}

/** How a statement ended: `bare` needs a separator, `closed` had one, `wrong` has to be skipped. */
type Ending = 'bare' | 'closed' | 'wrong';

const isSeparator = ({ kind }: Token): boolean => kind === 'newline' || kind === ';' || kind === '}' || kind === 'end';

function failBehind(scanner: Scanner, token: Token): void {
  const block = token.text === 'after' || token.text === 'before';
  if (block) scanner.fail(token, 'only a call can contain events', 'enable after 3 { ... }');
  else scanner.fail(token, `unexpected ${describeToken(token)} after the event`, '";" or a new line');
}

function parseStatement(reading: ParseState, into: WrittenEvents): Ending {
  const { scanner } = reading;
  const first = scanner.peek();
  const off = scanner.skip('~');
  const word = scanner.peek();
  if (word.kind !== 'word') {
    const message = word.kind === '~' ? 'duplicate "~"' : `found ${describeToken(word)} instead of an event`;
    scanner.fail(word, message, off ? 'an event after ~' : 'an event, or }');
    return 'wrong';
  }
  scanner.take();
  if (word.text === 'repeat') {
    if (!off) return parseRepeat(reading, word, into);
    scanner.fail(first, 'a repeat cannot be disabled', '~ before the events inside it');
    return 'wrong';
  }
  const add = (event: Event, closings: readonly number[], end = word.end) => {
    const added: Event = off ? { ...event, off: true } : event;
    reading.offsets.set(added, { start: first.start, end, closings });
    into.push(added);
    reading.count += 1;
    if (reading.count !== LIMITS.events + 1) return;
    scanner.fail(word, `the program has more than ${LIMITS.events} events`, 'fewer repeats');
    scanner.stop();
  };
  if (word.text === 'irq' || word.text === 'softirq') {
    const body: Event[] = [];
    const brace = parseEventBody(reading, word, body);
    if (brace.ending === 'closed' && brace.closing >= 0) add({ kind: word.text, body }, [brace.closing]);
    return brace.ending;
  }
  const event = parseEvent(scanner, word);
  if (event === null) return 'wrong';
  if (event.kind !== 'call') {
    add(event, []);
    return 'bare';
  }
  const inside: Block[] = [];
  const closings: number[] = [];
  const ending = parseBlocks(reading, word, inside, closings);
  if (ending !== 'wrong') add(inside.length === 0 ? event : { ...event, inside }, closings);
  return ending;
}

function parseBlocks(reading: ParseState, word: Token, inside: Block[], closings: number[]): Ending {
  const { scanner } = reading;
  let ending: Ending = 'bare';
  for (;;) {
    // A block may be on its own line; if none follows, the line ends that were skipped separate the call from the next event.
    while (scanner.skip('newline')) ending = 'closed';
    const { kind, text } = scanner.peek();
    if (kind !== 'word' || (text !== 'after' && text !== 'before')) return ending;
    const anchor = parseAnchor(scanner);
    if (!anchor) return 'wrong';
    const events: Event[] = [];
    const body = parseEventBody(reading, word, events);
    if (body.ending === 'wrong') return 'wrong';
    if (body.closing >= 0) {
      inside.push({ anchor, events });
      closings.push(body.closing);
    }
    ending = 'closed';
  }
}

function parseAnchor(scanner: Scanner): Anchor | null {
  const side = scanner.take().text;
  if (scanner.skip('word', 'callback')) return { at: side === 'after' ? 'after-callback' : 'before-callback' };
  const write = side === 'after' && scanner.skip('word', 'write');
  const token = scanner.peek();
  if (side === 'after' && /^\d+$/.test(token.text)) {
    const number = Number(token.text);
    scanner.take();
    if (number >= 1 && number <= LIMITS.anchor) return write ? { at: 'write', number } : { at: 'statement', number };
    scanner.fail(token, `no helper has a ${write ? 'write' : 'statement'} ${token.text}`, `1 to ${LIMITS.anchor}`);
    return null;
  }
  const expected = side === 'before' ? 'before callback' : 'after 3, after write 1 or after callback';
  scanner.fail(token, `${describeToken(token)} is not a place inside a call`, expected);
  return null;
}

function parseRepeat(reading: ParseState, word: Token, into: WrittenEvents): Ending {
  const { scanner } = reading;
  const times = scanner.peek();
  const number = Number(times.text);
  if (!/^\d+$/.test(times.text) || number < 1 || number > LIMITS.events) {
    scanner.fail(times, `"repeat" needs a count, not ${describeToken(times)}`, `1 to ${LIMITS.events}`);
    return 'wrong';
  }
  scanner.take();
  const before = reading.count;
  const events: WrittenEvents = [];
  const { ending, closing } = parseBody(reading, word, events);
  reading.repeats.push({ start: word.start, end: closing + 1 });
  const more = (number - 1) * (reading.count - before);
  if (reading.count + more > LIMITS.events) {
    scanner.fail(times, `repeat ${number} creates more than ${LIMITS.events} events`, 'fewer repeats');
    return ending;
  }
  reading.count += more;
  into.push({ kind: 'repeat', times: number, events });
  return ending;
}

/** Parses a body of an event, which is filled once the text has been read. */
function parseEventBody(reading: ParseState, word: Token, body: Event[]): Braces {
  const written: WrittenEvents = [];
  reading.depth += 1;
  const braces = parseBody(reading, word, written);
  reading.depth -= 1;
  reading.bodies.push({ body, written });
  return braces;
}

interface Braces {
  readonly ending: Ending;
  /** Offset of the `}`; -1 if the brace is missing or nested too deeply. */
  readonly closing: number;
}

/** Parses `{ … }`. */
function parseBody(reading: ParseState, word: Token, into: WrittenEvents): Braces {
  const { scanner } = reading;
  let crossed = false;
  while (scanner.skip('newline')) crossed = true;
  const open = scanner.peek();
  if (!scanner.skip('{')) {
    if (open.kind === 'end') reading.isCutOff = true;
    scanner.fail(
      crossed ? word : open,
      `found ${describeToken(open)} instead of the events inside "${word.text}"`,
      '{ ... }',
    );
    return { ending: crossed ? 'closed' : 'wrong', closing: -1 };
  }
  const excess = exceedsNesting(reading);
  if (excess !== null) {
    scanner.fail(open, excess, 'less nesting');
    skipBody(reading);
    return { ending: 'closed', closing: -1 };
  }
  reading.nesting += 1;
  parseList(reading, into);
  reading.nesting -= 1;
  const closing = scanner.peek();
  if (!scanner.skip('}')) {
    reading.isCutOff = true;
    if (!reading.hasUnclosed) scanner.fail(open, 'this { is never closed', 'a matching }');
    reading.hasUnclosed = true;
  }
  return { ending: 'closed', closing: closing.start };
}

function exceedsNesting({ depth, nesting }: ParseState): string | null {
  if (depth > LIMITS.depth) return `events are nested more than ${LIMITS.depth} deep`;
  return nesting === LIMITS.nesting ? `braces are nested more than ${LIMITS.nesting} deep` : null;
}

/** Skips tokens up to the `}` of a body whose `{` is taken. */
function skipBody(reading: ParseState): void {
  for (let open = 1; open > 0; ) {
    const { kind } = reading.scanner.take();
    if (kind === 'end') {
      reading.isCutOff = true;
      return;
    }
    if (kind === '{') open += 1;
    if (kind === '}') open -= 1;
  }
}

/** Recovers from an error: skips to the end of the statement, but parses the bodies on the way for their own errors. */
function recover(reading: ParseState): void {
  const { scanner } = reading;
  for (let token = scanner.peek(); !isSeparator(token); token = scanner.peek()) {
    if (token.kind === '{') parseBody(reading, token, []);
    else scanner.take();
  }
}
