import { expect, test } from 'vitest';
import { assert, assertNever } from './assert.ts';

test('a promise that holds is silent, a broken one throws what it promised', () => {
  expect(() => assert('', 'a task runs')).toThrow('a task runs');
  expect(() => assert(0, 'a task runs')).toThrow('a task runs');
  expect(() => assert('A', 'a task runs')).not.toThrow();
});

test('a case that was forgotten is named', () => {
  expect(() => assertNever({ kind: 'nap' } as never)).toThrow('unexpected {"kind":"nap"}');
});
