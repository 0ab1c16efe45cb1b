import { prepare } from '../../engine/setup/world.ts';
import { createKernelSpace } from '../kernel-space/kernel-space.ts';
import { legalWorld } from './check.ts';
import type { Query } from './query.ts';

/** Estimates the bytes per state of a query's space, as an upper bound; null if the query is invalid. */
export function estimateBytesPerState({ setup, target, scope }: Query): number | null {
  const world = prepare(setup);
  const other = target.kind === 'differ' ? prepare(target.other) : null;
  if (!world.ok || other?.ok === false) return null;
  const worlds = other?.ok ? ([world.value, other.value] as const) : ([world.value] as const);
  const legal = legalWorld(scope, setup);
  const { width, stackWords } = createKernelSpace({ scope, worlds, legal, isViolation: () => false, reads: new Set() });
  return stackWords > 0 ? PUSHDOWN_BYTES + 4 * width : FLAT_BYTES + 4 * width;
}

/**
 * Estimates the bytes that a search of this many states holds at most. Full arrays grow while their old contents are
 * still held. Where counters take all their values, a fifth of this is used.
 */
export const estimateSearchBytes = (states: number, perState: number): number =>
  Math.ceil(Math.max(MIN_STATES, states) * perState * GROWTH_FACTOR);

const MIN_STATES = 256;
/**
 * A block of eight that holds a single state (`flat-search.ts`): eight marks of one byte, eight parents of four, and a
 * table slot.
 */
const FLAT_BYTES = 8 * (1 + 4) + 10;
/** Measured: a pushdown search also keeps the pushes and pops of each frame (`call-summaries.ts`). */
const PUSHDOWN_BYTES = 200;
const GROWTH_FACTOR = 1.5;
