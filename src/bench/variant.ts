import type { Helper } from '../engine/model.ts';

/** The effect of one call, on which all variants must agree. */
export interface CallEffect {
  readonly enable_count: number;
  readonly pause_count: number;
  readonly callback: 'enter' | 'leave' | 'flush' | null;
  /** The condition of the helper's check held. */
  readonly held: boolean;
}

/** A finished run with its whole trace. */
export interface FinishedRun {
  readonly length: number;
  /** The effect of the n-th call, from 0. */
  at(index: number): CallEffect;
}

/** A way to run calls of v6 and to keep every step. */
export interface Variant {
  readonly title: string;
  /** Prepares the calls; only the returned run is timed. */
  prepare(calls: readonly Helper[]): () => FinishedRun;
}

const CALLBACKS = [null, 'enter', 'leave', 'flush'] as const;

/** Checksum over everything that a run did, in order (FNV-1a). */
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
