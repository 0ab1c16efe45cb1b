import type { Browser } from '@playwright/test';
import { writePromela } from '../explore/promela/model.ts';
import { assert } from '../lib/assert.ts';
import { searchInPage } from './chromium.ts';
import { collectGarbage } from './memory.ts';
import { type BenchSpace, searchSpace, spaces, worldOfSpace } from './spaces.ts';
import { runSpin } from './spin.ts';
import { measureTime, median } from './statistics.ts';

/** One space, searched by us and by SPIN. Times are medians in milliseconds; null: not measured. */
export interface ExploreLine {
  readonly title: string;
  readonly states: number;
  readonly length: number | null;
  /** False: SPIN or the page came to something else, so that figures mean nothing. */
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

/** Who is there to be measured beside us. */
export interface Peers {
  readonly browser: Browser | null;
  /** The bundle that the page runs. */
  readonly script: string;
  readonly spin: boolean;
}

/** Searches each space in turn by whoever is there, so many rounds. */
export async function measureSearches({ browser, script, spin }: Peers, rounds: number): Promise<ExploreLine[]> {
  const lines: ExploreLine[] = [];
  for (const [number, searched] of spaces.entries()) {
    const first = searchSpace(searched);
    let agrees = true;
    const node: number[] = [];
    const pages: { searched: number; opened: number }[] = [];
    const spins: NonNullable<ExploreLine['spin']>[] = [];
    for (let round = 0; round < rounds; round++) {
      collectGarbage();
      // As pan is compiled before it is timed: a collection makes the engine forget what it had compiled.
      searchSpace(searched);
      node.push(measureTime(() => searchSpace(searched)).ms);
      if (browser) {
        const { states, length, ...times } = await searchInPage(browser, script, number);
        agrees &&= states === first.states && length === first.length;
        pages.push(times);
      }
      if (!spin) continue;
      const { states, failed, ...times } = await runSpin(modelOf(searched, Number.POSITIVE_INFINITY), 2);
      agrees &&= failed === (first.length !== null) && (failed || states === first.states);
      spins.push(times);
    }
    // A shortest length is known by a model that goes no further: it fails at that length, and not at one less.
    if (spin && first.length !== null) {
      agrees &&= (await runSpin(modelOf(searched, first.length), 0)).failed;
      agrees &&= !(await runSpin(modelOf(searched, first.length - 1), 0)).failed;
    }
    lines.push({
      ...{ title: searched.title, ...first, agrees },
      node: median(node),
      bytesPerState: first.length === null ? bytesIn(searched, first.states) : null,
      page: pages.length > 0 ? mediansOf(pages) : null,
      spin: spins.length > 0 ? mediansOf(spins) : null,
    });
  }
  return lines;
}

function modelOf(searched: BenchSpace, maxLength: number): string {
  const { scope, rule: property } = searched;
  const model = writePromela({ world: worldOfSpace(searched), scope, property, maxLength });
  assert(model.ok, model.ok ? '' : model.error.join('; '));
  return model.value;
}

/** What a search holds, links and table and all that waits included, when nearly all states are found. */
function bytesIn(searched: BenchSpace, states: number): number {
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
  searchSpace(searched, { onProgress: progress });
  return most;
}

function mediansOf<T extends Readonly<Record<string, number>>>(rounds: readonly T[]): T {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? 0))])) as T;
}
