import type { Helper } from '../engine/model.ts';

/** What one call did: all variants must agree on it. */
export interface CallEffect {
  readonly enable_count: number;
  readonly pause_count: number;
  readonly callback: 'enter' | 'leave' | 'flush' | null;
  /** The condition of the helper's check held. */
  readonly held: boolean;
}

/** A finished run with its whole trace kept. */
export interface FinishedRun {
  readonly length: number;
  /** What the n-th call did, from 0. */
  at(index: number): CallEffect;
}

/** One way to run calls of v6 and to keep every step. */
export interface Variant {
  readonly title: string;
  /** The calls in the form that it takes; the run itself is what is timed. */
  prepare(calls: readonly Helper[]): () => FinishedRun;
}

const CALLBACKS = [null, 'enter', 'leave', 'flush'] as const;

/** A number for all that a run did, in its order (FNV-1a). */
export function checksumOf(kept: FinishedRun): number {
  let sum = 0x811c9dc5;
  const add = (value: number) => {
    sum = Math.imul(sum ^ value, 0x01000193) >>> 0;
  };
  for (let i = 0; i < kept.length; i++) {
    const { enable_count, pause_count, callback, held } = kept.at(i);
    add(enable_count);
    add(pause_count);
    add(CALLBACKS.indexOf(callback) * 2 + (held ? 1 : 0));
  }
  return sum;
}
