import { searchFlat } from './flat-search.ts';
import type { Bounds, Space, Verdict, Watcher } from './space.ts';
import { searchStacked } from './stacked-search.ts';

/**
 * Breadth-first by length: moves cost different amounts, so that states wait in a bucket for each length. The first goal
 * is a shortest one, and of several that the space's order of moves brings first.
 */
export const search = (space: Space, bounds: Bounds, watcher: Watcher = {}): Verdict =>
  space.stackWords > 0 ? searchStacked(space, bounds, watcher) : searchFlat(space, bounds, watcher);
