import { expect, test } from 'vitest';
import { assert, assertNever } from './assert.ts';

test('assert throws its message only if the condition does not hold', () => {
  expect(() => assert('', 'a task runs')).toThrow('a task runs');
  expect(() => assert(0, 'a task runs')).toThrow('a task runs');
  expect(() => assert('A', 'a task runs')).not.toThrow();
});

test('assertNever names the unhandled case', () => {
  expect(() => assertNever({ kind: 'nap' } as never)).toThrow('unexpected {"kind":"nap"}');
});
