import type { SearchMonitor, SearchProgress, SearchResult } from './space.ts';

/**
 * Runs a search, and turns a failed allocation into a bounded result: everything up to the last progress report was
 * searched.
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

/** The result of a search that ran out of memory after this progress. */
export function outOfMemoryResult({ states, length }: SearchProgress): BoundedResult {
  // The current length was searched only in part.
  return { verdict: 'bounded', states, length: Math.max(0, length - 1), by: 'memory' };
}

/** Whether a thrown value, or its message, reports exhausted memory in V8, SpiderMonkey or JavaScriptCore. */
export function isOutOfMemory(thrown: unknown): boolean {
  const text = thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : '';
  return MESSAGES.some((message) => message.test(text));
}

const MESSAGES: readonly RegExp[] = [
  /\ballocation failed\b/i,
  /\bout of memory\b/i,
  // An array or map that exceeds any memory; a negative length would be a bug.
  /\binvalid (?:typed )?array (?:buffer )?length(?:: \d+)?$/i,
  /\ballocation size overflow\b/i,
  /\bmap maximum size exceeded\b/i,
];
