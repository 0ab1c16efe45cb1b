import { expect, test } from 'vitest';
import { pageOf } from '../machine.ts';
import type { CallEvent, Event } from '../model.ts';
import {
  calls,
  findingsOf,
  flushesIn,
  irq,
  mmOf,
  page,
  pages,
  pendingIn,
  registerIn,
  runBehind,
  runOf,
  summariesOf,
  switchTo,
  usedPages,
} from '../testing.ts';

const SETUP = { revision: 'v7.2-ptes', backend: 's390', era: 's390' } as const;

const range = (from: number, to: number): CallEvent => ({ kind: 'call', helper: 'enable', range: { from, to } });
const R = range(0, 7);
const [D, P] = calls('DP') as [Event, Event];
const memoryOf = (trace: ReturnType<typeof runOf>, index: number) => pageOf(trace.end, `m1:${index}`).memory;

test('entries that are not adjacent form two runs, whatever the order of their stores', () => {
  const { trace } = runBehind(SETUP, pages('set', 1, 5), [R, ...pages('set', 5, 1), D]);
  expect(flushesIn(trace)).toEqual(['ipte 1', 'ipte 1']);
});

test('the cache keeps the last write of an entry', () => {
  const program = [R, ...pages('set', 2, 2), ...pages('get-and-clear', 2), ...pages('set', 2), D];
  const { trace, rows, pending } = runBehind(SETUP, [], program);
  expect(pending).toEqual([0, 1, 1, 1, 1, 0]);
  expect(rows[3]?.result).toBe('got 2');
  expect(flushesIn(trace)).toEqual(['store 1']);
  expect(memoryOf(trace, 2)?.value).toBe(3);
});

test('a range ends with its table of 256 entries', () => {
  const trace = runOf(SETUP, [range(250, 300), ...pages('set', 255, 256)]);
  expect(registerIn(trace, 'range').at(-1)).toBe('250..255 of m1');
  expect(pendingIn(trace)).toEqual([0, 1, 1]);
});

test('the entry of another mm, a kernel entry and an entry beyond the range are not cached', () => {
  const program = [R, range(10, 12), ...pages('set', 'k2', 11), mmOf('A', 'm2'), ...pages('set', 2)];
  expect(pendingIn(runOf(SETUP, program))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('outside a range, clear and wrprotect each have their own IPTE', () => {
  const { rows } = runBehind(SETUP, usedPages(0), [...pages('clear', 0), ...pages('touch', 0)]);
  expect(rows[0]?.effects.map(({ kind, how }) => `${kind} ${how}`)).toEqual(['store memory', 'tlb ipte']);
  expect(rows[1]?.result).toBe('faults');
});

test('a new mapping faults if accessed early, and an old one is usable until the flush', () => {
  const program = [R, ...pages('set', 1), ...pages('clear', 0), ...pages('touch', 1, 0), D, ...pages('touch', 1, 0)];
  const { trace, rows } = runBehind(SETUP, usedPages(0), program);
  expect(rows.map(({ result }) => result)).toEqual([
    ...[null, 'cached', 'cached', 'faults', 'old 1', null, 'through 1', 'faults'],
  ]);
  expect(findingsOf(trace)).toEqual(['6 early-touch', '7 stale-translation']);
});

test('preemption is disabled inside a section, with and without a range', () => {
  for (const enable of [R, ...calls('E')]) {
    expect(findingsOf(runOf(SETUP, [enable, switchTo('B')]))).toEqual(['2 preempt-forbidden']);
    expect(registerIn(runOf(SETUP, [enable, P, D]), 'preempt_count')).toEqual(['1', '0', '0']);
  }
});

test('another CPU reads the old entry, and its store overtakes the cached update', () => {
  const program = [R, ...pages('set', 0), switchTo('B', 1), ...pages('read', 0), ...pages('set', 0)];
  const { trace, rows } = runBehind(SETUP, [], program);
  expect(rows[3]?.result).toBe('none');
  expect(findingsOf(trace)).toEqual(['4 stale-read', '5 overtaken-update']);
});

test('an interrupt that writes an entry of the range updates the cache', () => {
  const trace = runOf(SETUP, [R, irq(page('set', 1)), D]);
  expect(pendingIn(trace)).toEqual([0, 0, 1, 1, 0]);
  expect(findingsOf(trace)).toEqual(['5 foreign-flush']);
  expect(summariesOf(trace).at(-1)?.effects).toEqual([{ kind: 'flush', how: 'store', entries: 1, cpu: 0 }]);
});
