import type { Program } from '../engine/model.ts';

/**
 * A program that was read anew, with the events of the old one wherever they say the same at either end: a run then begins
 * at the first event that really changed.
 */
export function keepEvents(old: Program, next: Program): Program {
  const most = Math.min(old.length, next.length);
  let prefix = 0;
  while (prefix < most && same(old[prefix], next[prefix])) prefix += 1;
  if (prefix === old.length && prefix === next.length) return old;
  let suffix = 0;
  while (suffix < most - prefix && same(old[old.length - 1 - suffix], next[next.length - 1 - suffix])) suffix += 1;
  return [...old.slice(0, prefix), ...next.slice(prefix, next.length - suffix), ...old.slice(old.length - suffix)];
}

/** Whether two pieces of plain data are equal; what is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const mine: Record<string, unknown> = { ...a };
  const theirs: Record<string, unknown> = { ...b };
  return Object.keys({ ...a, ...b }).every((key) => same(mine[key], theirs[key]));
}
