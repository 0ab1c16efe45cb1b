import type { Opened } from './model.ts';

/** The open calls of a caller, as runs of equal ones: a nesting of a thousand plain sections is one entry. */
export type OpenCalls = readonly Opened[];

export function opening(open: OpenCalls, one: Omit<Opened, 'times'>): OpenCalls {
  const last = open.at(-1);
  return last && same(last, one)
    ? [...open.slice(0, -1), { ...last, times: last.times + 1 }]
    : [...open, { ...one, times: 1 }];
}

/** The calls that stay open, and the innermost one, which is closed; null where none was open. */
export function closing(open: OpenCalls): { readonly closed: Opened | null; readonly left: OpenCalls } {
  const closed = open.at(-1) ?? null;
  if (!closed) return { closed, left: open };
  const rest = open.slice(0, -1);
  return { closed, left: closed.times > 1 ? [...rest, { ...closed, times: closed.times - 1 }] : rest };
}

/** How many calls are open. */
export const depthOf = (open: OpenCalls): number => open.reduce((sum, { times }) => sum + times, 0);

const same = (a: Opened, b: Omit<Opened, 'times'>) =>
  a.effective === b.effective && a.found?.active === b.found?.active && a.found?.entered === b.found?.entered;
