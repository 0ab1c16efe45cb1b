import type { Event, PageEvent } from '../engine/model.ts';
import { callEvent, callMixes } from './calls.ts';
import type { EditSubject } from './edit.ts';

/** Long programs like those that users write: plain calls, and sections full of page writes. */
export function createEditSubjects(length: number): EditSubject[] {
  return [
    ...callMixes.map(({ title, make }) => ({
      title,
      program: make(length).map(callEvent),
      inserted: callEvent('enable'),
    })),
    { title: 'sections with page writes', program: sections(length), inserted: set(7) },
  ];
}

const set = (index: number): PageEvent => ({ kind: 'page', op: 'set', page: { space: 'kernel', index } });

const WRITES = 12;

/** Sections of a dozen writes; every other one contains a nested section. */
function sections(length: number): Event[] {
  const pages = Array.from({ length: 64 }, (_, index) => set(index));
  const events: Event[] = [];
  for (let section = 0; events.length < length; section++) {
    const writes = Array.from({ length: WRITES }, (_, i) => pages[(section * 5 + i) % pages.length] as PageEvent);
    const half = WRITES / 2;
    const inner: Event[] = section % 2 === 0 ? [] : [callEvent('enable'), callEvent('disable')];
    events.push(callEvent('enable'), ...writes.slice(0, half), ...inner, ...writes.slice(half), callEvent('disable'));
  }
  return events.slice(0, length);
}
