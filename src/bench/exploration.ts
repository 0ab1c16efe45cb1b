import type { Browser } from '@playwright/test';
import { writePromela } from '../explore/promela/model.ts';
import { assert } from '../lib/assert.ts';
import { searchInPage } from './chromium.ts';
import { collectGarbage } from './memory.ts';
import { type BenchSpace, searchSpace, spaces, worldOfSpace } from './spaces.ts';
import { runSpin } from './spin/run-spin.ts';
import { measureTime, median } from './statistics.ts';

/** One space, searched by the explorer and by SPIN. Times are medians in milliseconds; null: not measured. */
export interface ExploreLine {
  readonly title: string;
  readonly states: number;
  readonly length: number | null;
  /** Whether SPIN and the page agree; otherwise the figures are void. */
  readonly agrees: boolean;
  readonly node: number;
  readonly bytesPerState: number | null;
  readonly page: { readonly searched: number; readonly opened: number } | null;
  readonly spin: {
    readonly generated: number;
    readonly compiled: number;
    readonly searched: number;
    readonly bytesPerState: number;
  } | null;
}

/** What is available to measure beside the explorer. */
export interface Peers {
  readonly browser: Browser | null;
  /** The bundle that the page runs. */
  readonly script: string;
  readonly spin: boolean;
}

/** Searches each space with everything available, for a number of rounds. */
export async function measureSearches({ browser, script, spin }: Peers, rounds: number): Promise<ExploreLine[]> {
  const lines: ExploreLine[] = [];
  for (const [number, space] of spaces.entries()) {
    const first = searchSpace(space);
    let agrees = true;
    const node: number[] = [];
    const pages: { searched: number; opened: number }[] = [];
    const spins: NonNullable<ExploreLine['spin']>[] = [];
    for (let round = 0; round < rounds; round++) {
      collectGarbage();
      // pan is compiled before it is timed, and a garbage collection discards compiled code: warm up again.
      searchSpace(space);
      node.push(measureTime(() => searchSpace(space)).ms);
      if (browser) {
        const { states, length, ...times } = await searchInPage(browser, script, number);
        agrees &&= states === first.states && length === first.length;
        pages.push(times);
      }
      if (!spin) continue;
      const { states, failed, ...times } = await runSpin(modelOf(space, Number.POSITIVE_INFINITY), 2);
      agrees &&= failed === (first.length !== null) && (failed || states === first.states);
      spins.push(times);
    }
    // SPIN confirms a shortest length with bounded models: one of that length fails, and one of a length less does not.
    if (spin && first.length !== null) {
      agrees &&= (await runSpin(modelOf(space, first.length), 0)).failed;
      agrees &&= !(await runSpin(modelOf(space, first.length - 1), 0)).failed;
    }
    lines.push({
      ...{ title: space.title, ...first, agrees },
      node: median(node),
      bytesPerState: first.length === null ? bytesIn(space, first.states) : null,
      page: pages.length > 0 ? mediansOf(pages) : null,
      spin: spins.length > 0 ? mediansOf(spins) : null,
    });
  }
  return lines;
}

function modelOf(space: BenchSpace, maxLength: number): string {
  const { scope, rule: property } = space;
  const model = writePromela({ world: worldOfSpace(space), scope, property, maxLength });
  assert(model.ok, model.ok ? '' : model.error.join('; '));
  return model.value;
}

/** Bytes per state of a search, everything included, when nearly all states are found. */
function bytesIn(space: BenchSpace, states: number): number {
  const inUse = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = inUse();
  let most = 0;
  const progress = (now: { readonly states: number }) => {
    if (now.states > 0.97 * states && most === 0) most = (inUse() - before) / now.states;
  };
  searchSpace(space, { onProgress: progress });
  return most;
}

function mediansOf<T extends Readonly<Record<string, number>>>(rounds: readonly T[]): T {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? 0))])) as T;
}
