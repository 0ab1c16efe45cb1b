import type { Event, PageEvent } from '../../engine/model.ts';
import type { UnfilledBody } from '../text/written-events.ts';
import { LETTERS } from './letters.ts';
import { decodeText } from './text-code.ts';

/** The state of reading a code. */
export interface LetterReader {
  readonly code: string;
  at: number;
  events: number;
  /** Open interrupts and blocks, without and with repeats. */
  depth: number;
  nesting: number;
  /** Events without others in them, by their letters; null if equal events are objects of their own. */
  readonly shared: Map<string, Event> | null;
  readonly starts: Map<Event, number>;
  /** The bodies of the events so far. */
  readonly bodies: UnfilledBody[];
  wrong: readonly [message: string, expected?: string] | null;
}

export type Operation = keyof typeof LETTERS;

/** Operations of events that contain no others. */
type SimpleOperation = Exclude<Operation, 'repeat' | 'irq' | 'softirq' | 'enable' | 'disable' | 'pause' | 'resume'>;

/** Reads an event that contains no others, after its letter. Returns null after an error, which is in the reader. */
export function readSimpleEvent(reading: LetterReader, operation: SimpleOperation): Event | null {
  switch (operation) {
    case 'flush-tlb':
    case 'gather-flush':
      return { kind: 'tlb', op: operation };
    case 'bh': {
      const state = takeMatch(reading, /[01]/y);
      if (!state) return failReading(reading, describeNext(reading, LETTERS.bh), '0 (off) or 1 (on)');
      return { kind: 'bh', state: state[0] === '1' ? 'on' : 'off' };
    }
    case 'switch': {
      const task = takeMatch(reading, /([A-Z])(\d?)/y);
      if (!task?.[1]) return failReading(reading, describeNext(reading, LETTERS.switch), 'the letter of a task');
      return { kind: 'switch', task: task[1], ...(task[2] ? { cpu: Number(task[2]) } : {}) };
    }
    case 'task': {
      const task = takeMatch(reading, /([A-Z])([1-9]\d?)/y);
      if (!task?.[1]) return failReading(reading, describeNext(reading, LETTERS.task), 'a task and its mm, such as B2');
      return { kind: 'task', task: task[1], mm: `m${task[2]}` };
    }
    case 'sleep':
    case 'exit':
      return { kind: operation };
    case 'note':
      return readNote(reading);
    default:
      return readPage(reading, operation);
  }
}

/** Records an error at the current position. */
export function failReading(reading: LetterReader, message: string, expected?: string): null {
  reading.wrong = expected === undefined ? [message] : [message, expected];
  return null;
}

/** Takes the match of a sticky pattern. */
export function takeMatch(reading: LetterReader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.code);
  if (found) reading.at = pattern.lastIndex;
  return found;
}

/** Describes what is wrong with the next character after a place in the code. */
export function describeNext({ code, at }: LetterReader, place: string): string {
  return at < code.length ? `unexpected "${code[at]}" after ${place}` : `the code ends after ${place}`;
}

function readPage(reading: LetterReader, op: PageEvent['op']): Event | null {
  const page = takeMatch(reading, /(k?)(0|[1-9]\d*)(?:-(0|[1-9]\d*))?([lh]?)/y);
  if (!page) return failReading(reading, describeNext(reading, LETTERS[op]), 'a page, such as 3 or k3');
  return {
    kind: 'page',
    op,
    page: { space: page[1] === 'k' ? 'kernel' : 'user', index: Number(page[2]) },
    ...(page[3] === undefined ? {} : { to: Number(page[3]) }),
    ...(page[4] ? { size: page[4] === 'h' ? ('huge' as const) : ('64k' as const) } : {}),
  };
}

function readNote(reading: LetterReader): Event | null {
  const start = reading.at;
  const note = takeMatch(reading, /([A-Za-z0-9_~-]*)\./y);
  if (!note) return failReading(reading, 'this note has no end', 'its text in A-Z a-z 0-9 _ ~ - and a dot');
  const text = decodeText(note[1] ?? '');
  if (text.ok) return { kind: 'note', text: text.value };
  reading.at = start + text.error;
  return failReading(
    reading,
    'this escape is not a character',
    '~ with the number of hexadecimal digits and the digits',
  );
}
