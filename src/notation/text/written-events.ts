import type { Event } from '../../engine/model.ts';

/** Events as they are written. Repeats stay folded until a reader knows that the limits hold for what they create. */
export type WrittenEvents = (Event | Repeat)[];

interface Repeat {
  readonly kind: 'repeat';
  readonly times: number;
  readonly events: WrittenEvents;
}

/** A body of an event, empty until the whole text has been read, and what will be in it. */
export interface UnfilledBody {
  readonly body: Event[];
  readonly written: WrittenEvents;
}

interface ExpandOptions {
  /** Takes the events of a repeat once, whatever its count. */
  readonly isOnce?: boolean;
}

/** Expands the repeats of a program and of the bodies in it. Copies made by a repeat are one object. */
export function expandAll(
  program: WrittenEvents,
  bodies: readonly UnfilledBody[],
  { isOnce = false }: ExpandOptions = {},
): Event[] {
  for (const { body, written } of bodies) expandInto(body, written, isOnce);
  const expanded: Event[] = [];
  expandInto(expanded, program, isOnce);
  return expanded;
}

function expandInto(into: Event[], written: WrittenEvents, isOnce: boolean): void {
  for (const event of written) {
    if (event.kind !== 'repeat') {
      into.push(event);
      continue;
    }
    const from = into.length;
    expandInto(into, event.events, isOnce);
    if (isOnce) continue;
    const until = into.length;
    for (let copy = 1; copy < event.times && from < until; copy++) {
      for (let i = from; i < until; i++) into.push(into[i] as Event);
    }
  }
}
