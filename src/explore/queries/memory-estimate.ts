import { prepare } from '../../engine/setup/world.ts';
import { createKernelSpace } from '../kernel-space/kernel-space.ts';
import { legalWorld } from './check.ts';
import type { Query } from './query.ts';

/** Bytes that a state of the space that is asked about may cost; null where the question cannot be asked. */
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
 * Bytes that a search holds for so many states, at most. Its arrays double when they are full, and keep the old half until the
 * new one is filled. Where counters go through all their values, a fifth of it is used.
 */
export const estimateSearchBytes = (states: number, perState: number): number =>
  Math.ceil(Math.max(MIN_STATES, states) * perState * GROWTH_FACTOR);

const MIN_STATES = 256;
/**
 * A block of eight that holds one state alone (`flat-search.ts`): eight marks of a byte and parents of four, and its place in
 * the table.
 */
const FLAT_BYTES = 8 * (1 + 4) + 10;
/** Measured: what nests keeps the pushes and pops of each level, too (`levels.ts`). */
const PUSHDOWN_BYTES = 200;
const GROWTH_FACTOR = 1.5;
