import type { Anchor, Event, PageEvent, PageOp, Program } from '../../engine/model.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { assertNever } from '../../lib/assert.ts';
import { foldRepeats } from '../../lib/fold-repeats.ts';
import { encodeText } from './text-code.ts';

/**
 * The first letter of each event's code. Digits, `k` (kernel), `l` and `h` (64k and huge), `-` (to), `_` (a block), `.` (its end) and
 * `~` (disabled) never begin one, so a code can be read from left to right without lookahead.
 */
export const LETTERS = {
  enable: 'E',
  disable: 'D',
  pause: 'P',
  resume: 'R',
  set: 's',
  clear: 'c',
  'get-and-clear': 'g',
  wrprotect: 'w',
  read: 'r',
  'read-raw': 'v',
  touch: 't',
  'touch-write': 'm',
  'flush-tlb': 'F',
  'gather-flush': 'G',
  irq: 'I',
  softirq: 'S',
  bh: 'B',
  switch: 'T',
  task: 'M',
  sleep: 'Z',
  exit: 'X',
  note: 'Q',
  repeat: 'N',
} as const;

/**
 * Writes a program in letters, for links and captions: `E`, `D`, `P`, `R`, `s3`, `ck3` …, `I` … `.` an interrupt, `E_3` … `.` a call
 * with a block after its 3rd statement, `N9` … `.` a run of nine. Only `A-Z a-z 0-9 . _ ~ -`.
 */
export function writeLetters(program: Program): string {
  return writeAll(program, new Map());
}

// Copies made by a repeat are one object, so containers are encoded once. Memoising simple events costs more than encoding them.
function writeAll(events: readonly Event[], known: Map<Event, string>): string {
  return foldRepeats(
    events.map((event) => (bodiesOf(event).length === 0 ? codeOf(event, known) : codeOfContainer(event, known))),
    (times, body) => `N${times}${body}.`,
  );
}

function codeOfContainer(event: Event, known: Map<Event, string>): string {
  const code = known.get(event) ?? codeOf(event, known);
  known.set(event, code);
  return code;
}

const codeOf = (event: Event, known: Map<Event, string>): string =>
  event.off ? `~${codeOfEnabled(event, known)}` : codeOfEnabled(event, known);

function codeOfEnabled(event: Event, known: Map<Event, string>): string {
  switch (event.kind) {
    case 'call': {
      const range = event.range ? `${event.range.from}-${event.range.to}` : '';
      const blocks = event.inside?.map(({ anchor, events }) => `_${anchorCode(anchor)}${writeAll(events, known)}.`);
      return LETTERS[event.helper] + range + (blocks ?? []).join('');
    }
    case 'page':
      return event.to === undefined ? codeOfPage(event) : writePage(event);
    case 'tlb':
      return LETTERS[event.op];
    case 'irq':
    case 'softirq':
      return `${LETTERS[event.kind]}${writeAll(event.body, known)}.`;
    case 'bh':
      return LETTERS.bh + (event.state === 'on' ? '1' : '0');
    case 'switch':
      return `${LETTERS.switch}${event.task}${event.cpu ?? ''}`;
    case 'task':
      return `${LETTERS.task}${event.task}${event.mm.slice(1)}`;
    case 'sleep':
    case 'exit':
      return LETTERS[event.kind];
    case 'note':
      return `${LETTERS.note}${encodeText(event.text)}.`;
    default:
      return assertNever(event);
  }
}

function writePage({ op, page, to, size }: PageEvent): string {
  const until = to === undefined ? '' : `-${to}`;
  return `${LETTERS[op]}${page.space === 'kernel' ? 'k' : ''}${page.index}${until}${size === '64k' ? 'l' : size === 'huge' ? 'h' : ''}`;
}

/**
 * Returns the same string object for the same operation on the same page, of which there are a few thousand: folding compares the
 * codes of a long program, and comparing identical objects is fast.
 */
function codeOfPage(event: PageEvent): string {
  if (event.size !== undefined) return writePage(event);
  const { space, index } = event.page;
  const known = PAGE_CODES[space].get(event.op) ?? [];
  if (known.length === 0) PAGE_CODES[space].set(event.op, known);
  const code = known[index] ?? writePage(event);
  known[index] = code;
  return code;
}

const PAGE_CODES = { user: new Map<PageOp, string[]>(), kernel: new Map<PageOp, string[]>() };

function anchorCode(anchor: Anchor): string {
  switch (anchor.at) {
    case 'statement':
      return String(anchor.number);
    case 'write':
      return `w${anchor.number}`;
    case 'before-callback':
      return 'b';
    case 'after-callback':
      return 'a';
    default:
      return assertNever(anchor);
  }
}
