import type { SearchMonitor, SearchProgress, SearchResult } from './space.ts';

/**
 * Does the work of a search. Where there is no memory for its next array it is a search that was stopped: all that it had
 * tried by its last word of progress it has tried.
 */
export function catchOutOfMemory<T>(monitor: SearchMonitor, work: (monitor: SearchMonitor) => T): T | BoundedResult {
  let latest: SearchProgress = { states: 0, length: 0 };
  const progress = (now: SearchProgress) => {
    latest = now;
    monitor.onProgress?.(now);
  };
  try {
    return work({ ...monitor, onProgress: progress });
  } catch (thrown) {
    if (!isOutOfMemory(thrown)) throw thrown;
    return outOfMemoryResult(latest);
  }
}

type BoundedResult = SearchResult & { readonly verdict: 'bounded' };

/** What a search came to whose memory ran out when it had gone so far. */
export function outOfMemoryResult({ states, length }: SearchProgress): BoundedResult {
  // Of the length that was being tried not all were.
  return { verdict: 'bounded', states, length: Math.max(0, length - 1), by: 'memory' };
}

/** Whether this says that there is no memory, in the words of V8, SpiderMonkey or JavaScriptCore; a thrown value, or its text. */
export function isOutOfMemory(thrown: unknown): boolean {
  const text = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : '';
  return WORDS.some((words) => words.test(text));
}

const WORDS: readonly RegExp[] = [
  /\ballocation failed\b/i,
  /\bout of memory\b/i,
  // Too long for any memory, as is a map with too many entries; a negative length would be a bug.
  /\binvalid (?:typed )?array (?:buffer )?length(?:: \d+)?$/i,
  /\ballocation size overflow\b/i,
  /\bmap maximum size exceeded\b/i,
];
