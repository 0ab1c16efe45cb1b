import { prepare } from '../engine/world.ts';
import { legalWorld } from './check.ts';
import type { Inquiry } from './inquiry.ts';
import { kernelSpaceOf } from './kernel-space.ts';

/** Words of a state in the space that is asked about; null where the question cannot be asked. */
export function widthOf({ setup, about, scope }: Inquiry): number | null {
  const world = prepare(setup);
  const other = about.kind === 'differ' ? prepare(about.other) : null;
  if (!world.ok || other?.ok === false) return null;
  const worlds = other?.ok ? ([world.value, other.value] as const) : ([world.value] as const);
  const legal = legalWorld(scope, setup);
  return kernelSpaceOf({ scope, worlds, legal, breaks: () => false, reads: new Set() }).width;
}

/**
 * Bytes that a search holds for so many states of a width, at most: their words and the table that finds them
 * (`state-set.ts`), and how each was reached (`links.ts`). Both double when they are full, and keep the old half until the
 * new one is filled.
 */
export function bytesFor(states: number, width: number): number {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(FIRST, states + 1)));
  // A search adds a word to a state. The table has two slots of a word for each state.
  const state = 4 * (width + 1) + 2 * 4;
  return Math.ceil(capacity * (state + LINK) * WHILE_GROWING);
}

const FIRST = 256;
/** Length, parent and move, and whether it is settled. */
const LINK = 13;
const WHILE_GROWING = 1.5;
