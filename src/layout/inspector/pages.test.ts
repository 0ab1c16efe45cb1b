import { expect, test } from 'vitest';
import type { Program, Setup } from '../../engine/model.ts';
import { inspect } from '../../engine/run/run.ts';
import { events, page, runOf, usedPages } from '../../engine/testing.ts';
import { describeFlushes, observersOf, pageTable } from './pages.ts';

const tableOf = (setup: Partial<Setup>, program: Program, slot: number): string[] => {
  const trace = runOf(setup, program);
  const { before, after } = inspect(trace, slot);
  return pageTable(trace.world, before, after).map(({ name, memory, hardware, held, stale, changed }) => {
    const marks = Object.entries(changed).flatMap(([layer, is]) => (is ? [layer] : []));
    return [name, memory, hardware, held || '-', stale ? 'stale' : '', `changed: ${marks.join(' ')}`].join('|');
  });
};

test('a store inside a section is in memory, and what waits is said', () => {
  expect(tableOf({}, events('E k1'), 1)).toEqual(['page k1|1|none|barriers owed||changed: memory held']);
  expect(tableOf({}, events('E k1 D'), 2)).toEqual(['page k1|1|none|-||changed: held']);
});

test('a translation that the hardware kept is stale once memory has changed', () => {
  const program = [page('set', 3), page('touch', 3), page('set', 3)];
  expect(tableOf({}, program, 1)).toEqual(['page 3 of m1|1|1|-||changed: hardware']);
  expect(tableOf({}, program, 2)).toEqual(['page 3 of m1|2|1|-|stale|changed: memory']);
});

test('kernel pages come first, then those of each mm, by number', () => {
  const program = ['k10', 'k9', '2', '11'].map((name) => page('set', name));
  const names = tableOf({}, program, 3).map((line) => line.split('|')[0]);
  expect(names).toEqual(['page k9', 'page k10', 'page 2 of m1', 'page 11 of m1']);
});

const movesIn = (setup: Partial<Setup>, program: Program, slot: number) => {
  const trace = runOf(setup, program);
  const { before, after } = inspect(trace, slot);
  return describeFlushes(pageTable(trace.world, before, after));
};

test('what a flush moved is told page by page, in the way of each architecture', () => {
  expect(movesIn({ backend: 'xen-pv' }, events('E k1 D'), 2)).toEqual(['page k1: 1 was held back and went to memory.']);
  expect(movesIn({}, events('E k1 D'), 2)).toEqual(['page k1: nothing is owed any more.']);
  const cleared = [...usedPages(3), ...events('E'), page('clear', 3), ...events('D')];
  expect(movesIn({ backend: 'powerpc-hash' }, cleared, 4)).toEqual(['page 3 of m1: the old translation 1 is gone.']);
  expect(movesIn({ backend: 'powerpc-hash' }, cleared, 3)).toEqual([]);
});

test('many pages that moved are three and a number', () => {
  const moves = movesIn({ backend: 'xen-pv' }, events('E 1 2 3 4 5 D'), 6);
  expect(moves).toHaveLength(4);
  expect(moves.at(-1)).toBe('And 2 more pages.');
  expect(movesIn({ backend: 'xen-pv' }, events('E 1 2 3 4 D'), 5).at(-1)).toBe('And 1 more page.');
});

test('who would see what is asked of the architecture, hazards with their rules', () => {
  const { world, end } = runOf({ backend: 'xen-pv' }, [page('set', 3), ...events('E 3')]);
  expect(observersOf(world, end, 'm1:3')).toEqual([
    { who: 'ptep_get() here', meets: '1', hazard: 'stale-read' },
    { who: 'ptep_get() on another CPU', meets: '1', hazard: 'stale-read' },
    { who: 'a read through it', meets: 'old 1', hazard: 'stale-translation' },
    { who: 'a write through it', meets: 'old 1', hazard: 'stale-translation' },
  ]);
  expect(observersOf(world, end, 'm9:3')).toEqual([]);
});
