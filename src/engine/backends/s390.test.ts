import { describe, expect, test } from 'vitest';
import { pageOf } from '../machine.ts';
import type { CallEvent, Event } from '../model.ts';
import { inspect } from '../run.ts';
import {
  behind,
  calls,
  findingsOf,
  flushesIn,
  irq,
  mmOf,
  page,
  pages,
  pendingIn,
  registerIn,
  runOf,
  summariesOf,
  switchTo,
  used,
} from '../testing.ts';

const SETUP = { revision: 'v7.2-ptes', backend: 's390', era: 's390' } as const;

const range = (from: number, to: number): CallEvent => ({ kind: 'call', helper: 'enable', range: { from, to } });
const R = range(0, 7);
const [D, P] = calls('DP') as [Event, Event];
const memoryOf = (trace: ReturnType<typeof runOf>, index: number) => pageOf(trace.end, `m1:${index}`).memory;

describe('s390 vectors (pending series)', () => {
  test('Z1: memory is unchanged until the disable, which has one IPTE for three entries', () => {
    const { trace, rows, pending } = behind(SETUP, pages('set', 2, 3, 4), [R, ...pages('wrprotect', 2, 3, 4), D]);
    expect(pending).toEqual([0, 1, 2, 3, 0]);
    expect(inspect(trace, 6).after.pages['m1:3']?.memory).toEqual({ value: 1, writable: true });
    expect(rows.at(-1)?.effects).toEqual([{ kind: 'flush', how: 'ipte', entries: 3, cpu: 0 }]);
    expect(memoryOf(trace, 3)).toEqual({ value: 1, writable: false });
  });

  test('Z2: a run is split where the old entries switch between valid and invalid', () => {
    const { trace } = behind(SETUP, pages('set', 2, 3), [R, ...pages('set', 2, 3, 4), D]);
    expect(flushesIn(trace)).toEqual(['ipte 2', 'store 1']);
    expect([2, 3, 4].map((index) => memoryOf(trace, index)?.value)).toEqual([2, 2, 1]);
  });

  test('Z3: entries that do not touch are two runs', () => {
    const { trace } = behind(SETUP, pages('set', 1, 5), [R, ...pages('set', 5, 1), D]);
    expect(flushesIn(trace)).toEqual(['ipte 1', 'ipte 1']);
  });

  test('Z4: this CPU reads what it wrote, a raw load the old entry', () => {
    const program = [R, ...pages('clear', 2), ...pages('read', 2), ...pages('read-raw', 2)];
    const { trace, rows } = behind(SETUP, pages('set', 2), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'cached', 'none', '1']);
    expect(findingsOf(trace)).toEqual(['5 stale-read']);
  });

  test('Z5: what is outside the range is stored at once', () => {
    const { trace, rows, pending } = behind(SETUP, [], [R, ...pages('set', 2, 12), D]);
    expect(pending).toEqual([0, 1, 1, 0]);
    expect(rows[2]?.effects).toEqual([{ kind: 'store', how: 'memory', entries: 1, cpu: 0 }]);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('Z6: the inner disable applies and the range stays open', () => {
    const program = [R, ...pages('set', 2), ...calls('E'), ...pages('set', 3), D, ...pages('set', 4), D];
    const { trace, pending } = behind(SETUP, [], program);
    expect(pending).toEqual([0, 1, 1, 2, 0, 1, 0]);
    expect(flushesIn(trace)).toEqual(['store 2', 'store 1']);
    expect(registerIn(trace, 'range').slice(0, -1)).toEqual(Array(6).fill('0..7 of m1'));
  });

  test('Z7: a pause loses the range: the rest of the section is stored at once', () => {
    const program = [R, ...pages('set', 2), P, ...pages('set', 3), ...calls('R'), ...pages('set', 4), D];
    const { trace, pending } = behind(SETUP, [], program);
    expect(pending).toEqual([0, 1, 0, 0, 0, 0, 0]);
    expect(flushesIn(trace)).toEqual(['store 1']);
    expect(registerIn(trace, 'range')).toEqual(['0..7 of m1', '0..7 of m1', ...Array(5).fill('none')]);
    expect(findingsOf(trace)).toEqual(['6 batching-lost']);
  });

  test('Z8: a plain enable has no range and batches nothing', () => {
    const { rows, trace } = behind(SETUP, [], [...calls('E'), ...pages('set', 2), D]);
    expect(rows[1]?.effects).toEqual([{ kind: 'store', how: 'memory', entries: 1, cpu: 0 }]);
    expect(findingsOf(trace)).toEqual(['2 batching-lost']);
  });
});

test('the cache is a map: the last write of an entry wins', () => {
  const program = [R, ...pages('set', 2, 2), ...pages('get-and-clear', 2), ...pages('set', 2), D];
  const { trace, rows, pending } = behind(SETUP, [], program);
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

test('the entry of another mm, a kernel entry and a deeper range are outside', () => {
  const program = [R, range(10, 12), ...pages('set', 'k2', 11), mmOf('A', 'm2'), ...pages('set', 2)];
  expect(pendingIn(runOf(SETUP, program))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('outside a range clear and wrprotect have an IPTE of their own', () => {
  const { rows } = behind(SETUP, used(0), [...pages('clear', 0), ...pages('touch', 0)]);
  expect(rows[0]?.effects.map(({ kind, how }) => `${kind} ${how}`)).toEqual(['store memory', 'tlb ipte']);
  expect(rows[1]?.result).toBe('faults');
});

test('a new mapping faults when touched early, an old one is usable until the flush', () => {
  const program = [R, ...pages('set', 1), ...pages('clear', 0), ...pages('touch', 1, 0), D, ...pages('touch', 1, 0)];
  const { trace, rows } = behind(SETUP, used(0), program);
  expect(rows.map(({ result }) => result)).toEqual([
    ...[null, 'cached', 'cached', 'faults, waits', 'old 1', null, 'through 1', 'faults'],
  ]);
  expect(findingsOf(trace)).toEqual(['6 early-touch', '7 stale-translation']);
});

test('preemption is off inside a section, with and without a range', () => {
  for (const enable of [R, ...calls('E')]) {
    expect(findingsOf(runOf(SETUP, [enable, switchTo('B')]))).toEqual(['2 preempt-forbidden']);
    expect(registerIn(runOf(SETUP, [enable, P, D]), 'preempt_count')).toEqual(['1', '0', '0']);
  }
});

test('another CPU reads the old entry, and what it stores is overtaken', () => {
  const program = [R, ...pages('set', 0), switchTo('B', 1), ...pages('read', 0), ...pages('set', 0)];
  const { trace, rows } = behind(SETUP, [], program);
  expect(rows[3]?.result).toBe('none');
  expect(findingsOf(trace)).toEqual(['4 stale-read', '5 overtaken-update']);
});

test('an interrupt that writes an entry of the range lands in the cache', () => {
  const trace = runOf(SETUP, [R, irq(page('set', 1)), D]);
  expect(pendingIn(trace)).toEqual([0, 0, 1, 1, 0]);
  expect(findingsOf(trace)).toEqual(['5 foreign-flush']);
  expect(summariesOf(trace).at(-1)?.effects).toEqual([{ kind: 'flush', how: 'store', entries: 1, cpu: 0 }]);
});
