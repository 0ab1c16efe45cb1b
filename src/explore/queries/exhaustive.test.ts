/**
 * Whole spaces at the full range of the counters, each with as many states as a formula says. A space of two tasks is that of
 * one squared, for either that runs, and once more that of one as long as the other has never run.
 */
import { expect, test } from 'vitest';
import { worldOf } from '../../engine/testing.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { checkProperty } from './check.ts';
import { parseProperty, scopeOf } from './testing.ts';

const U8 = 256;
const twice = (states: number) => 2 * states ** 2 + states;
const sizeOf = (revision: string, change: Partial<SearchScope>) =>
  checkProperty(worldOf({ revision }), parseProperty('arch-bug'), scopeOf('EDPR', change));

test('v3, legal callers, two tasks: count 0, or any other count, paused or not', () => {
  const states = twice(1 + 2 * (U8 - 1));
  const scope = { callers: { legal: 'v3' }, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v3', scope)).toEqual({ verdict: 'holds', states });
});

// Who is legal closes no more than is open, so that nothing drifts apart.
test('v6, legal callers, two tasks, 255 enables and one pause open: every value of either counter', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  const scope = { callers: { legal: 'v6' }, open, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(U8 * 2) });
});

test('v6, free callers, one task: every value of either counter', () => {
  expect(sizeOf('v6', {})).toEqual({ verdict: 'holds', states: U8 * U8 });
});

// Calls that are ignored while paused take the counter away from what the caller has open, to any value.
test('v6, paired callers, one task, 255 enables and one pause open', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  expect(sizeOf('v6', { callers: 'paired', open })).toEqual({ verdict: 'holds', states: U8 * U8 * 2 });
});

// So many nobody tries one by one; that neither task changes anything for the other is what makes it known.
test('v6, paired callers, two tasks, 255 enables and one pause open', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  const each = U8 * U8 * 2;
  const scope = { callers: 'paired', open, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(each), statesPerTask: each });
});

test('v6, free callers, two tasks', () => {
  const each = U8 * U8;
  expect(sizeOf('v6', { tasks: 2, preempt: 'calls' })).toEqual({
    verdict: 'holds',
    states: twice(each),
    statesPerTask: each,
  });
});

test('v6, paired callers, two tasks, one enable and one pause open: the counter still has every value', () => {
  const scope = { callers: 'paired', open: { enables: 1, pauses: 1 }, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(U8 * 2 * 2) });
});
