import type { OpenCall } from './model.ts';

/** Open calls of a caller, run-length encoded: a thousand nested plain sections are one entry. */
export type OpenCallRuns = readonly OpenCall[];

export function pushCall(open: OpenCallRuns, one: Omit<OpenCall, 'times'>): OpenCallRuns {
  const last = open.at(-1);
  return last && isSameCall(last, one)
    ? [...open.slice(0, -1), { ...last, times: last.times + 1 }]
    : [...open, { ...one, times: 1 }];
}

/** Closes the innermost open call. `closed` is null if none was open. */
export function popCall(open: OpenCallRuns): { readonly closed: OpenCall | null; readonly left: OpenCallRuns } {
  const closed = open.at(-1) ?? null;
  if (!closed) return { closed, left: open };
  const rest = open.slice(0, -1);
  return { closed, left: closed.times > 1 ? [...rest, { ...closed, times: closed.times - 1 }] : rest };
}

/** Counts the open calls. */
export const countOpenCalls = (open: OpenCallRuns): number => open.reduce((sum, { times }) => sum + times, 0);

const isSameCall = (a: OpenCall, b: Omit<OpenCall, 'times'>) =>
  a.effective === b.effective && a.found?.active === b.found?.active && a.found?.entered === b.found?.entered;
