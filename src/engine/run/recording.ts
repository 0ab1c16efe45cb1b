import { assert } from '../../lib/assert.ts';
import type { Machine } from '../model.ts';
import type { TransitionTable } from './transition-table.ts';

/**
 * What a run records of itself, so that any row can be executed again and a changed program runs on from its first change.
 * For the engine alone: everybody else asks the trace.
 */
export interface Recording {
  readonly table: TransitionTable;
  /** Numbers of summaries by slot, as far as the run has come; longer than the trace. */
  readonly column: Uint32Array;
  /** Row numbers and top-level events by slot; null where slot, row and event are one. */
  readonly order: { readonly row: Int32Array; readonly top: Int32Array } | null;
  /** As far as the run has come. */
  readonly checkpoints: readonly Checkpoint[];
}

/** The machine before a top-level event, and how many rows had happened. */
export interface Checkpoint {
  readonly top: number;
  readonly slot: number;
  readonly machine: Machine;
}

/** By trace. Beside the trace and not in it, so that its type does not offer them. */
const recordings = new WeakMap<object, Recording>();

export function recordingOf(trace: object): Recording {
  const recording = recordings.get(trace);
  assert(recording, 'a trace comes from a run');
  return recording;
}

export function setRecording(trace: object, recording: Recording): void {
  recordings.set(trace, recording);
}

/** The index of the last checkpoint at or before a top-level event. */
export function nearestCheckpoint(checkpoints: readonly Checkpoint[], top: number): number {
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((checkpoints[middle]?.top ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}
