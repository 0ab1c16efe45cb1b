import type { Program } from '../../engine/model.ts';
import { commonEnds } from '../../lib/common-ends.ts';

/**
 * A program that was read anew, with the events of the old one wherever they say the same at either end: a run then begins
 * at the first event that really changed.
 */
export function keepEvents(old: Program, next: Program): Program {
  const { prefix, suffix } = commonEnds(old, next, same);
  if (prefix === old.length && prefix === next.length) return old;
  return old.slice(0, prefix).concat(next.slice(prefix, next.length - suffix), old.slice(old.length - suffix));
}

/** Whether two pieces of plain data are equal; what is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  const mine: Record<string, unknown> = { ...a };
  const theirs: Record<string, unknown> = { ...b };
  return Object.keys({ ...a, ...b }).every((key) => same(mine[key], theirs[key]));
}
