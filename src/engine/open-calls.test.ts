import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { closing, depthOf, type OpenCalls, opening } from './open-calls.ts';

test('equal calls in a row are one entry, others are not', () => {
  const open = [true, true, false, true].reduce<OpenCalls>((book, effective) => opening(book, { effective }), []);
  expect(open).toEqual([
    { effective: true, times: 2 },
    { effective: false, times: 1 },
    { effective: true, times: 1 },
  ]);
});

test('pauses that found different things stay apart', () => {
  const found = (active: boolean | null, entered: boolean) => ({ effective: true, found: { active, entered } });
  const open = opening(opening(opening([], found(true, true)), found(false, true)), found(false, false));
  expect(open.map(({ times }) => times)).toEqual([1, 1, 1]);
  expect(opening(opening([], found(null, true)), found(null, true))).toMatchObject([{ times: 2 }]);
});

test('closing with nothing open closes nothing', () => {
  expect(closing([])).toEqual({ closed: null, left: [] });
});

test('a book is a stack of single calls, however it is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('open', 'ignored', 'close')), (acts) => {
      let book: OpenCalls = [];
      const stack: boolean[] = [];
      for (const act of acts) {
        if (act === 'close') {
          const { closed, left } = closing(book);
          expect(closed?.effective).toBe(stack.pop());
          book = left;
        } else {
          stack.push(act === 'open');
          book = opening(book, { effective: act === 'open' });
        }
        expect(depthOf(book)).toBe(stack.length);
      }
    }),
  );
});
