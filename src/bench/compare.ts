import type { CallMix } from './calls.ts';
import { collectGarbage, measureRetainedBytes } from './memory.ts';
import { measureTime, median } from './statistics.ts';
import { checksumOf, type FinishedRun, type Variant } from './variant.ts';

export interface SpeedLine {
  readonly title: string;
  /** Whether this variant did the same as the first; otherwise its figures are void. */
  readonly agrees: boolean;
  readonly callsPerSecond: number;
  /** Speed of the first variant relative to this one, per round. */
  readonly ratio: { readonly median: number; readonly worst: number };
  readonly bytesPerStep: number;
}

/**
 * Runs variants on the same calls. Each is first checked against the first one by a checksum over every step. Then each
 * runs once per round on a collected heap, so that disturbances affect all of them.
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
    // The first in a round has the coldest processor, so rounds start with another variant each time.
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

/** -1 if not every call was run. */
const checkedSum = (kept: FinishedRun, calls: number): number => (kept.length === calls ? checksumOf(kept) : -1);
