import { type Bounds, POLL_INTERVAL, type SearchMonitor } from './space.ts';

/**
 * Counts expanded states. Every few thousand of them, it reports the progress and says why the search must stop; null if
 * it may go on. `bytesHeld` is what the search and its space hold.
 */
export function createPoll(
  { maxBytes = Number.POSITIVE_INFINITY }: Bounds,
  monitor: SearchMonitor,
  bytesHeld: () => number,
) {
  let expanded = 0;
  return (states: number, length: number): 'budget' | 'cancelled' | null => {
    expanded += 1;
    if (expanded % POLL_INTERVAL !== 0) return null;
    const bytes = RUNTIME_BYTES + bytesHeld();
    monitor.onProgress?.({ states, length, bytes });
    if (bytes > maxBytes) return 'budget';
    return monitor.isCancelled?.() ? 'cancelled' : null;
  };
}

/** Measured: what a process grows by during any search, however small: compiled code and garbage not yet collected. */
const RUNTIME_BYTES = 32e6;
