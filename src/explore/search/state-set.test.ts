import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStateSet } from './state-set.ts';

test('equal words are one state, and numbers follow the order of arrival', () => {
  const set = createStateSet(2);
  expect([set.add([1, 2]), set.add([2, 1]), set.add([1, 2]), set.add([0, 0])]).toEqual([0, 1, 0, 2]);
  expect(set.size).toBe(3);
});

test('words are unsigned 32-bit numbers', () => {
  const set = createStateSet(1);
  expect([set.add([-1]), set.add([0xffffffff])]).toEqual([0, 0]);
});

test('a state without words throws', () => {
  expect(() => createStateSet(0)).toThrow('at least one word');
});

test('T21: a set maps states to numbers by value, whatever its size', () => {
  const states = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { maxLength: 2000 });
  fc.assert(
    fc.property(states, (all) => {
      const set = createStateSet(2);
      const numbers = new Map<string, number>();
      for (const words of all) {
        const key = words.join();
        if (!numbers.has(key)) numbers.set(key, numbers.size);
        expect(set.add(words)).toBe(numbers.get(key));
      }
      const target = new Uint32Array(2);
      for (const [key, number] of numbers) {
        set.read(number, target);
        expect(target.join()).toBe(key);
      }
    }),
    { numRuns: 30 },
  );
});
