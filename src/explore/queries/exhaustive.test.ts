/**
 * Whole state spaces over the full range of the counters; a formula predicts the number of states. Two tasks have the
 * square of the states of one, for either that runs, plus those of one task while the other has never run.
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

test('v3, legal calls, two tasks reach count 0, and every other count paused or not', () => {
  const states = twice(1 + 2 * (U8 - 1));
  const scope = { callers: { legal: 'v3' }, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v3', scope)).toEqual({ verdict: 'holds', states });
});

// Legal calls close at most what is open, so that counters and open calls agree.
test('v6, legal calls, two tasks, 255 enables and one pause open reach every value of either counter', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  const scope = { callers: { legal: 'v6' }, open, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(U8 * 2) });
});

test('v6, any calls, one task reaches every value of either counter', () => {
  expect(sizeOf('v6', {})).toEqual({ verdict: 'holds', states: U8 * U8 });
});

// Calls ignored while paused separate the counter from what is open, to any value.
test('v6, matched calls, one task, 255 enables and one pause open reaches every combination', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  expect(sizeOf('v6', { callers: 'paired', open })).toEqual({ verdict: 'holds', states: U8 * U8 * 2 });
});

// Too many to enumerate: the result rests on the independence of the tasks.
test('v6, matched calls, two tasks, 255 enables and one pause open are searched one task at a time', () => {
  const open = { enables: U8 - 1, pauses: 1 };
  const each = U8 * U8 * 2;
  const scope = { callers: 'paired', open, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(each), statesPerTask: each });
});

test('v6, any calls, two tasks are searched one task at a time', () => {
  const each = U8 * U8;
  expect(sizeOf('v6', { tasks: 2, preempt: 'calls' })).toEqual({
    verdict: 'holds',
    states: twice(each),
    statesPerTask: each,
  });
});

test('v6, matched calls, two tasks, one enable and one pause open still reach every value of the counter', () => {
  const scope = { callers: 'paired', open: { enables: 1, pauses: 1 }, tasks: 2, preempt: 'calls' } as const;
  expect(sizeOf('v6', scope)).toEqual({ verdict: 'holds', states: twice(U8 * 2 * 2) });
});
