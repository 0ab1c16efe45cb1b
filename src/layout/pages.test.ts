import { expect, test } from 'vitest';
import type { Program, Setup } from '../engine/model.ts';
import { inspect } from '../engine/run.ts';
import { events, page, runOf } from '../engine/testing.ts';
import { pageTable } from './pages.ts';

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
