import { searchFlat } from './flat-search.ts';
import { searchPushdown } from './pushdown-search.ts';
import type { Bounds, SearchMonitor, SearchResult, StateSpace } from './space.ts';

/**
 * Breadth-first by length: moves cost different amounts, so that states wait in a bucket for each length. The first goal
 * is a shortest one, and of several that the space's order of moves brings first.
 */
export const search = (space: StateSpace, bounds: Bounds, monitor: SearchMonitor = {}): SearchResult =>
  space.stackWords > 0 ? searchPushdown(space, bounds, monitor) : searchFlat(space, bounds, monitor);
