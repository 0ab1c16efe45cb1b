import { expect, test } from 'vitest';
import type { Program, Setup } from '../../engine/model.ts';
import { inspect } from '../../engine/run/run.ts';
import { events, page, runOf, usedPages } from '../../engine/testing.ts';
import { describeFlushes, observersOf, pageTable } from './pages.ts';

const tableOf = (setup: Partial<Setup>, program: Program, slot: number): string[] => {
  const trace = runOf(setup, program);
  const { before, after } = inspect(trace, slot);
  return pageTable(trace.world, before, after).map(({ id, memory, hardware, held, stale, changed }) => {
    const marks = Object.entries(changed).flatMap(([layer, is]) => (is ? [layer] : []));
    return [id, memory, hardware, held || '-', stale ? 'stale' : '', `changed: ${marks.join(' ')}`].join('|');
  });
};

test('a store inside a section is in memory, with its barriers pending', () => {
  expect(tableOf({}, events('E k1'), 1)).toEqual(['k1|1|none|barriers pending||changed: memory held']);
  expect(tableOf({}, events('E k1 D'), 2)).toEqual(['k1|1|none|-||changed: held']);
});

test('a translation that the hardware kept is stale once memory has changed', () => {
  const program = [page('set', 3), page('touch', 3), page('set', 3)];
  expect(tableOf({}, program, 1)).toEqual(['m1:3|1|1|-||changed: hardware']);
  expect(tableOf({}, program, 2)).toEqual(['m1:3|2|1|-|stale|changed: memory']);
});

test('kernel pages come first, then those of each mm, by number', () => {
  const program = ['k10', 'k9', '2', '11'].map((name) => page('set', name));
  const names = tableOf({}, program, 3).map((line) => line.split('|')[0]);
  expect(names).toEqual(['k9', 'k10', 'm1:2', 'm1:11']);
});

const movesIn = (setup: Partial<Setup>, program: Program, slot: number) => {
  const trace = runOf(setup, program);
  const { before, after } = inspect(trace, slot);
  return describeFlushes(pageTable(trace.world, before, after));
};

test('the effects of a flush are told page by page, in the words of each architecture', () => {
  expect(movesIn({ backend: 'xen-pv' }, events('E k1 D'), 2)).toEqual(['k1: queued value 1 written to memory.']);
  expect(movesIn({}, events('E k1 D'), 2)).toEqual(['k1: barriers issued.']);
  const cleared = [...usedPages(3), ...events('E'), page('clear', 3), ...events('D')];
  expect(movesIn({ backend: 'powerpc-hash' }, cleared, 4)).toEqual(['m1:3: old translation 1 invalidated.']);
  expect(movesIn({ backend: 'powerpc-hash' }, cleared, 3)).toEqual([]);
});

test('of many flushed pages three are named and the others counted', () => {
  const moves = movesIn({ backend: 'xen-pv' }, events('E 1 2 3 4 5 D'), 6);
  expect(moves).toHaveLength(4);
  expect(moves.at(-1)).toBe('And 2 more pages.');
  expect(movesIn({ backend: 'xen-pv' }, events('E 1 2 3 4 D'), 5).at(-1)).toBe('And 1 more page.');
});

test('what observers see is asked of the architecture, hazards with their rules', () => {
  const { world, end } = runOf({ backend: 'xen-pv' }, [page('set', 3), ...events('E 3')]);
  expect(observersOf(world, end, 'm1:3')).toEqual([
    { who: 'ptep_get() here', sees: '1', hazard: 'stale-read' },
    { who: 'ptep_get() on another CPU', sees: '1', hazard: 'stale-read' },
    { who: 'a read through the mapping', sees: 'old 1', hazard: 'stale-translation' },
    { who: 'a write through the mapping', sees: 'old 1', hazard: 'stale-translation' },
  ]);
  expect(observersOf(world, end, 'm9:3')).toEqual([]);
});
