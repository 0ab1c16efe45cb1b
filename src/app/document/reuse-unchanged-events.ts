import type { Program } from '../../engine/model.ts';
import { commonEnds } from '../../lib/common-ends.ts';
import { deepEqual } from '../../lib/deep-equal.ts';

/**
 * Returns a freshly parsed program with the unchanged events of the old one, as the same objects, at both ends. A rerun
 * then begins at the first event that changed.
 */
export function reuseUnchangedEvents(old: Program, next: Program): Program {
  const { prefix, suffix } = commonEnds(old, next, deepEqual);
  if (prefix === old.length && prefix === next.length) return old;
  return old.slice(0, prefix).concat(next.slice(prefix, next.length - suffix), old.slice(old.length - suffix));
}
