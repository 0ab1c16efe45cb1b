import type { Event, PageEvent, Program } from '../model.ts';
import { bodiesOf } from './rows.ts';

/** The cost that runs unasked, in plain calls: a few seconds. */
export const MAX_COST = 3_000_000;

/**
 * Returns why a program takes too long to run, or null. A link of a few characters may ask for hours, so the cost is
 * estimated before anything runs. `limit` is in plain calls.
 */
export function exceedsBudget(program: Program, limit = MAX_COST): string | null {
  const pages = pagesOf();
  const known = new Map<Event, Work>();
  const { calls, pageOps } = workOfAll(program, 0, pages, known);
  const work = calls + pageOps * (PAGE_COST + pages.most() / PAGES_PER_EXTRA_COST);
  if (work <= limit) return null;
  return `running it costs as much as ${Math.round(work)} calls; the limit is ${limit}`;
}

/** The cost of events. Page operations count apart, because their cost depends on the number of pages in the end. */
interface Work {
  readonly calls: number;
  readonly pageOps: number;
}

/** Each event costs `more` beyond its own work. Copies made by a repeat are one object and are estimated once. */
function workOfAll(events: readonly Event[], more: number, pages: Pages, known: Map<Event, Work>): Work {
  let calls = events.length * more;
  let pageOps = 0;
  for (const event of events) {
    if (event.kind === 'page') {
      pageOps += pages.use(event);
      continue;
    }
    if (event.kind === 'task') pages.mms.add(event.mm);
    const bodies = bodiesOf(event);
    if (bodies.length === 0) {
      calls += 1;
      continue;
    }
    let held = known.get(event);
    if (!held) {
      const within = bodies.map((body) => workOfAll(body, NESTED_COST, pages, known));
      held = {
        calls: within.reduce((sum, work) => sum + work.calls, NESTED_COST * (1 + bodies.length)),
        pageOps: within.reduce((sum, work) => sum + work.pageOps, 0),
      };
      known.set(event, held);
    }
    calls += held.calls;
    pageOps += held.pageOps;
  }
  return { calls, pageOps };
}

/** Cost of a row inside another event, and of a page operation. */
const NESTED_COST = 15;
const PAGE_COST = 4;
/** For every so many pages in use, each page operation costs one more. */
const PAGES_PER_EXTRA_COST = 8;

/** Collects the pages that a program may use. */
function pagesOf() {
  const mms = new Set(['m1']);
  const kernel = createPageSet();
  const user = createPageSet();
  return {
    mms,
    most: () => kernel.size() + user.size() * mms.size,
    /** Adds the pages of an event and returns its number of page operations. */
    use({ page: { index, space }, to = index }: PageEvent): number {
      (space === 'kernel' ? kernel : user).add(index, to);
      return to - index + 1;
    },
  };
}

/** A set of pages to which many overlapping ranges are added: each page costs something only once. */
function createPageSet() {
  /** For each page in the set, one after it up to which every page is in the set. */
  const following = new Map<number, number>();
  const firstMissing = (from: number): number => {
    let missing = from;
    for (let next = following.get(missing); next !== undefined; next = following.get(missing)) missing = next;
    for (let page = from; page < missing; ) {
      const next = following.get(page) as number;
      following.set(page, missing);
      page = next;
    }
    return missing;
  };
  return {
    size: () => following.size,
    add(first: number, last: number) {
      for (let page = firstMissing(first); page <= last; page = firstMissing(page)) following.set(page, page + 1);
    },
  };
}

type Pages = ReturnType<typeof pagesOf>;
