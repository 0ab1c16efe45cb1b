import { expect, test } from 'vitest';
import { programOf } from '../testing.ts';
import { keepEvents, same } from './reuse-unchanged-events.ts';

test('events that say the same at either end stay the same objects', () => {
  const old = programOf('enable; set k1; irq { pause }; disable');
  const kept = keepEvents(old, programOf('enable; set k2; sleep; irq { pause }; disable'));
  expect(kept.map((event) => old.indexOf(event))).toEqual([0, -1, -1, 2, 3]);
});

test('a program that says the same is the same', () => {
  const old = programOf('enable; enable');
  expect(keepEvents(old, programOf('enable\nenable'))).toBe(old);
  expect(keepEvents(old, programOf('enable'))).toHaveLength(1);
  expect(keepEvents([], old)).toEqual(old);
});

test('plain data is compared as values', () => {
  expect(same({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    [{ a: 1 }, { b: 1 }],
  ])
    expect(same(a, b)).toBe(false);
});
