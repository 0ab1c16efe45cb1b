import type { Block, Event, Program } from '../model.ts';

/**
 * A line of the program as it prints, one event a line: an event without anything inside it is one row; an interrupt
 * is two, its begin and its end; a call with n blocks is n + 1, and each block's events stand between its parts.
 */
export interface Row {
  /** From 1, in reading order: the line in the printed program, the row of the call table, the column's number. */
  readonly number: number;
  /** From 1, in reading order, counting events only: what the command line calls a step. */
  readonly step: number;
  readonly event: Event;
  /** 0 for an event's first row; the n-th block or the body of an interrupt is between part n - 1 and part n. */
  readonly part: number;
  readonly parts: number;
  /** Index path of the event: child numbers, a block's number before each child of a call. */
  readonly path: readonly number[];
  /** How many events hold this one. */
  readonly depth: number;
  /** The row of the event that holds this one, with the block it sits in. */
  readonly host: { readonly step: number; readonly block: number } | null;
}

/** Rows by index from 0; those of long programs are computed on demand. */
export interface RowList {
  readonly length: number;
  at(index: number): Row | undefined;
}

/** Returns the bodies inside an event, in reading order. */
export function bodiesOf(event: Event): readonly (readonly Event[])[] {
  if (event.kind === 'irq' || event.kind === 'softirq') return [event.body];
  if (event.kind === 'call' && event.inside) return event.inside.map((block) => block.events);
  return NONE;
}

const NONE: readonly (readonly Event[])[] = [];

/** Returns the rows of a program in reading order, including those of disabled events. */
export function rowsOf(program: Program): Row[] {
  const rows: Row[] = [];
  let step = 0;
  const visit = (events: readonly Event[], at: readonly number[], depth: number, host: Row['host']) => {
    events.forEach((event, index) => {
      const path = [...at, index];
      const bodies = bodiesOf(event);
      const own = ++step;
      const push = (part: number) =>
        rows.push({ number: rows.length + 1, step: own, event, part, parts: bodies.length + 1, path, depth, host });
      push(0);
      bodies.forEach((body, block) => {
        visit(body, event.kind === 'call' ? [...path, block] : path, depth + 1, { step: own, block });
        push(block + 1);
      });
    });
  };
  visit(program, [], 0, null);
  return rows;
}

/** Returns the event at an index path, or undefined. */
export function eventAt(program: Program, path: readonly number[]): Event | undefined {
  let events: readonly Event[] = program;
  for (let i = 0; ; ) {
    const event = events[path[i++] as number];
    if (!event || i === path.length) return event;
    events = bodiesOf(event)[event.kind === 'call' ? (path[i++] as number) : 0] ?? [];
  }
}

/** Whether an event does nothing when it runs. */
export const isSilent = (event: Event): boolean => event.off === true || event.kind === 'note' || event.kind === 'task';

/** Counts the events of a program that do something, nested ones included: its length in the explorer. */
export function lengthOf(events: readonly Event[]): number {
  let length = 0;
  for (const event of events) {
    if (isSilent(event)) continue;
    length += 1;
    for (const body of bodiesOf(event)) length += lengthOf(body);
  }
  return length;
}

/** Counts all events of a program, including nested, disabled and silent ones. */
export function countEvents(events: readonly Event[]): number {
  return events.reduce(
    (sum, event) => sum + 1 + bodiesOf(event).reduce((inner, body) => inner + countEvents(body), 0),
    0,
  );
}

/** Counts the rows of an event: one, and one more after each of its bodies. */
export const rowsIn = (event: Event): number =>
  bodiesOf(event).reduce((sum, body) => sum + 1 + body.reduce((inner, child) => inner + rowsIn(child), 0), 1);

/** Replaces `count` events at a path by `events`. */
export function spliceEvents(
  program: Program,
  path: readonly number[],
  count: number,
  events: readonly Event[],
): Program {
  const [index = 0, ...rest] = path;
  if (rest.length === 0) return program.slice(0, index).concat(events, program.slice(index + count));
  return program.map((event, i) => (i === index ? spliceInside(event, rest, count, events) : event));
}

function spliceInside(event: Event, path: readonly number[], count: number, events: readonly Event[]): Event {
  if (event.kind === 'irq' || event.kind === 'softirq') {
    return { ...event, body: spliceEvents(event.body, path, count, events) };
  }
  if (event.kind !== 'call' || !event.inside) return event;
  const [block = 0, ...rest] = path;
  const inside = event.inside.map(
    (b, i): Block => (i === block ? { ...b, events: spliceEvents(b.events, rest, count, events) } : b),
  );
  return { ...event, inside };
}
