import type { Event, Program } from '../engine/model.ts';
import { bodiesOf } from '../engine/rows.ts';

/**
 * Why a program is too much to run while a person waits, or null. A link of a few characters may ask for hours: the cost
 * is estimated before anything runs. One unit is a plain call; all that is allowed takes some seconds.
 */
export function tooMuchWork(program: Program): string | null {
  const pages = pagesIn(program);
  const known = new Map<Event, number>();
  const workOf = (event: Event): number => {
    if (event.kind === 'page') return ((event.to ?? event.page.index) - event.page.index + 1) * (PAGE + pages / PAGES);
    const bodies = bodiesOf(event);
    if (bodies.length === 0) return 1;
    // Copies that a repeat made are one object.
    const before = known.get(event);
    if (before !== undefined) return before;
    let work = NESTED * (1 + bodies.length);
    for (const body of bodies) for (const inner of body) work += NESTED + workOf(inner);
    known.set(event, work);
    return work;
  };
  let work = 0;
  for (const event of program) work += workOf(event);
  if (work <= MOST) return null;
  return `running it is the work of ${Math.round(work)} calls, at most ${MOST} are run here`;
}

const MOST = 3_000_000;
/** A row inside another event, and a page operation, in plain calls. */
const NESTED = 15;
const PAGE = 4;
/** So many pages in use make each page operation dearer by one. */
const PAGES = 8;

/** How many pages a program may come to use. */
function pagesIn(program: Program): number {
  const seen = new Set<Event>();
  const kernel = new Set<number>();
  const user = new Set<number>();
  const mms = new Set(['m1']);
  const visit = (events: readonly Event[]) => {
    for (const event of events) {
      if (event.kind === 'task') mms.add(event.mm);
      const into = event.kind === 'page' && event.page.space === 'kernel' ? kernel : user;
      if (event.kind === 'page') into.add(event.page.index);
      const bodies = bodiesOf(event);
      const isRange = event.kind === 'page' && event.to !== undefined;
      if ((bodies.length === 0 && !isRange) || seen.has(event)) continue;
      seen.add(event);
      if (isRange) for (let index = event.page.index; index <= (event.to ?? 0); index++) into.add(index);
      for (const body of bodies) visit(body);
    }
  };
  visit(program);
  return kernel.size + user.size * mms.size;
}
