import type { CallEvent, Event, PageEvent, PageOp } from '../../engine/model.ts';
import { LIMITS } from './limits.ts';
import { describeToken, type Scanner, type Token } from './scan.ts';
import { describeUnknownWord } from './unknown-word.ts';
import { isHelper, SIZES } from './words.ts';

/**
 * Parses one event without the events inside it; its first word is already taken. Returns null if the word or what follows it is
 * wrong; the scanner then has a diagnostic.
 */
export function parseEvent(scanner: Scanner, word: Token): Event | null {
  const parse = EVENTS.get(word.text);
  if (parse) return parse(scanner, word);
  const helper = word.text.replace(/^lazy_mmu_mode_/, '');
  if (isHelper(helper)) return parseCall(scanner, word, helper);
  const { message, expected } = describeUnknownWord(word.text);
  scanner.fail(word, message, expected);
  return null;
}

type Parse = (scanner: Scanner, word: Token) => Event | null;

const EVENTS: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['set', (scanner, word) => parsePage(scanner, word, 'set')],
  ['clear', (scanner, word) => parsePage(scanner, word, 'clear')],
  ['get-and-clear', (scanner, word) => parsePage(scanner, word, 'get-and-clear')],
  ['wrprotect', (scanner, word) => parsePage(scanner, word, 'wrprotect')],
  ['read', (scanner, word) => parsePage(scanner, word, scanner.skip('word', 'raw') ? 'read-raw' : 'read')],
  ['touch', (scanner, word) => parsePage(scanner, word, 'touch')],
  ['flush-tlb', () => ({ kind: 'tlb', op: 'flush-tlb' })],
  ['gather-flush', () => ({ kind: 'tlb', op: 'gather-flush' })],
  ['bh', parseBh],
  ['switch', parseSwitch],
  ['task', parseTask],
  ['sleep', () => ({ kind: 'sleep' })],
  ['exit', () => ({ kind: 'exit' })],
  ['note', parseNote],
]);

function parseCall(scanner: Scanner, word: Token, helper: CallEvent['helper']): Event | null {
  if (scanner.skip('(') && !scanner.skip(')')) {
    scanner.fail(
      scanner.peek(),
      `found ${describeToken(scanner.peek())} between the parentheses of ${word.text}()`,
      '")"',
    );
    return null;
  }
  if (!scanner.skip('word', 'range')) return { kind: 'call', helper };
  const range = parsePages(scanner, 'range');
  if (!range) return null;
  if (helper !== 'enable') {
    scanner.fail(word, `${helper} does not take a range of pages`, 'enable range 0..7');
    return null;
  }
  if (range.to === undefined || range.page.space === 'kernel') {
    scanner.fail(range.token, `"${range.token.text}" is not a range of user pages`, 'two indexes, such as range 0..7');
    return null;
  }
  return { kind: 'call', helper, range: { from: range.page.index, to: range.to } };
}

function parsePage(scanner: Scanner, word: Token, op: PageOp): Event | null {
  const pages = parsePages(scanner, op === 'read-raw' ? 'read raw' : word.text);
  if (!pages) return null;
  if (pages.to !== undefined && op !== 'set') {
    scanner.fail(
      pages.token,
      `${word.text} takes one page, not the range ${pages.token.text}`,
      'one page, such as 3 or k3',
    );
    return null;
  }
  let event: PageEvent = { kind: 'page', op, page: pages.page };
  if (pages.to !== undefined) event = { ...event, to: pages.to };
  for (let next = scanner.peek(); next.kind === 'word'; next = scanner.peek()) {
    const size = SIZES.find((known) => known === next.text);
    if (size && !event.size) event = { ...event, size };
    else if (event.op === 'touch' && next.text === 'write') event = { ...event, op: 'touch-write' };
    else if (event.size || next.text === 'write') break;
    else {
      const expected = event.op === 'touch' ? '64k, huge, write or nothing' : '64k, huge or nothing';
      scanner.fail(next, `${describeToken(next)} is not a page size`, expected);
      return null;
    }
    scanner.take();
  }
  return event;
}

const PAGE = '3 or u3 of the running mm, k3 of the kernel, 0 to 1023';

function parsePages(scanner: Scanner, after: string) {
  const token = scanner.peek();
  const match = token.kind === 'word' ? /^([uk]?)(\d+)(?:\.\.([uk]?)(\d+))?$/.exec(token.text) : null;
  if (!match) {
    scanner.fail(
      token,
      token.kind === 'word' ? `${describeToken(token)} is not a page` : `"${after}" needs a page`,
      PAGE,
    );
    return null;
  }
  scanner.take();
  const [, from = '', first, until = '', last] = match;
  const space = from === 'k' ? 'kernel' : 'user';
  const index = Number(first);
  const to = last === undefined ? undefined : Number(last);
  if (Math.max(index, to ?? 0) > LIMITS.page) {
    scanner.fail(token, `there is no page ${to !== undefined && to > LIMITS.page ? to : index}`, PAGE);
    return null;
  }
  if (until !== '' && (until === 'k') !== (from === 'k')) {
    scanner.fail(token, `the range ${token.text} mixes kernel pages and user pages`, 'k3..k7 or 3..7');
    return null;
  }
  if (to !== undefined && to < index) {
    scanner.fail(token, `the range ${token.text} runs backwards`, `${from}${to}..${until}${index}`);
    return null;
  }
  return { token, page: { space, index } as const, to };
}

function parseBh(scanner: Scanner): Event | null {
  for (const state of ['off', 'on'] as const) if (scanner.skip('word', state)) return { kind: 'bh', state };
  scanner.fail(scanner.peek(), `${describeToken(scanner.peek())} is not a state of bottom halves`, 'bh off or bh on');
  return null;
}

function parseTaskName(scanner: Scanner): string | null {
  const token = scanner.peek();
  if (/^[A-Z]$/.test(token.text)) return scanner.take().text;
  scanner.fail(token, `${describeToken(token)} is not a task`, 'one upper-case letter');
  return null;
}

function parseSwitch(scanner: Scanner): Event | null {
  const task = parseTaskName(scanner);
  if (task === null) return null;
  if (!scanner.skip('word', 'cpu')) return { kind: 'switch', task };
  const token = scanner.peek();
  if (/^\d$/.test(token.text) && Number(token.text) <= LIMITS.cpu) {
    scanner.take();
    return { kind: 'switch', task, cpu: Number(token.text) };
  }
  scanner.fail(token, `${describeToken(token)} is not a CPU`, `0 to ${LIMITS.cpu}`);
  return null;
}

function parseTask(scanner: Scanner): Event | null {
  const task = parseTaskName(scanner);
  if (task === null) return null;
  if (!scanner.skip('word', 'mm')) {
    scanner.fail(
      scanner.peek(),
      `found ${describeToken(scanner.peek())} instead of the mm of task ${task}`,
      `task ${task} mm m2`,
    );
    return null;
  }
  const token = scanner.peek();
  if (/^m[1-9]\d?$/.test(token.text)) return { kind: 'task', task, mm: scanner.take().text };
  scanner.fail(token, `${describeToken(token)} is not an mm`, 'm1 to m99');
  return null;
}

function parseNote(scanner: Scanner): Event | null {
  const token = scanner.peek();
  if (token.kind !== 'string') {
    scanner.fail(token, `found ${describeToken(token)} instead of the text of a note`, 'note "..."');
    return null;
  }
  scanner.take();
  return { kind: 'note', text: token.text };
}
