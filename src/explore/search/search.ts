import { searchFlat } from './flat-search.ts';
import { searchPushdown } from './pushdown-search.ts';
import type { Bounds, SearchMonitor, SearchResult, StateSpace } from './space.ts';

/**
 * Searches breadth-first by program length, with a bucket of states per length because moves differ in cost. The first
 * goal is at the least length; among equals, the space's move order decides.
 */
export const search = (space: StateSpace, bounds: Bounds, monitor: SearchMonitor = {}): SearchResult =>
  space.stackWords > 0 ? searchPushdown(space, bounds, monitor) : searchFlat(space, bounds, monitor);
