import type { CallMix } from './calls.ts';
import { collectGarbage, measureRetainedBytes } from './memory.ts';
import { measureTime, median } from './statistics.ts';
import { checksumOf, type FinishedRun, type Variant } from './variant.ts';

export interface SpeedLine {
  readonly title: string;
  /** False: what this variant did is not what the first one did, so its figures mean nothing. */
  readonly agrees: boolean;
  readonly callsPerSecond: number;
  /** Speed of the first variant against this one, per round. */
  readonly ratio: { readonly median: number; readonly worst: number };
  readonly bytesPerStep: number;
}

/**
 * Runs variants on the same calls: first each is checked against the first by a checksum over every step, then come rounds in
 * which each runs once, in turn and on a collected heap, so that what disturbs one disturbs all.
 */
export function compareVariants(
  variants: readonly Variant[],
  mix: CallMix,
  { calls: count, rounds }: { readonly calls: number; readonly rounds: number },
): SpeedLine[] {
  const calls = mix.make(count);
  const entries = variants.map((variant) => {
    const start = variant.prepare(calls);
    const sum = checkedSum(start(), count);
    return {
      title: variant.title,
      start,
      sum,
      bytesPerStep: measureRetainedBytes(start, Math.min(rounds, 3)) / count,
      times: [] as number[],
    };
  });
  for (let round = 0; round < rounds; round++) {
    // Another one begins each time, for the first has the coldest processor.
    for (const { start, times } of [
      ...entries.slice(round % entries.length),
      ...entries.slice(0, round % entries.length),
    ]) {
      collectGarbage();
      times.push(measureTime(start).ms);
    }
  }
  const [first] = entries;
  return entries.map(({ title, sum, bytesPerStep, times }) => {
    const ratios = times.map((ms, round) => ms / (first?.times[round] ?? Number.NaN));
    return {
      title,
      agrees: sum === first?.sum && sum >= 0,
      callsPerSecond: (count / median(times)) * 1000,
      ratio: { median: median(ratios), worst: Math.min(...ratios) },
      bytesPerStep,
    };
  });
}

/** -1 where not every call was run. */
const checkedSum = (kept: FinishedRun, calls: number): number => (kept.length === calls ? checksumOf(kept) : -1);
