import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOpenCalls, type OpenCallRuns, popCall, pushCall } from './open-calls.ts';

test('equal open calls in a row are one entry, different ones are not', () => {
  const open = [true, true, false, true].reduce<OpenCallRuns>((runs, effective) => pushCall(runs, { effective }), []);
  expect(open).toEqual([
    { effective: true, times: 2 },
    { effective: false, times: 1 },
    { effective: true, times: 1 },
  ]);
});

test('pauses that found different things stay apart', () => {
  const found = (active: boolean | null, entered: boolean) => ({ effective: true, found: { active, entered } });
  const open = pushCall(pushCall(pushCall([], found(true, true)), found(false, true)), found(false, false));
  expect(open.map(({ times }) => times)).toEqual([1, 1, 1]);
  expect(pushCall(pushCall([], found(null, true)), found(null, true))).toMatchObject([{ times: 2 }]);
});

test('a close without an open call has no effect', () => {
  expect(popCall([])).toEqual({ closed: null, left: [] });
});

test('open calls behave as a stack of single calls', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('open', 'ignored', 'close')), (acts) => {
      let open: OpenCallRuns = [];
      const stack: boolean[] = [];
      for (const act of acts) {
        if (act === 'close') {
          const { closed, left } = popCall(open);
          expect(closed?.effective).toBe(stack.pop());
          open = left;
        } else {
          stack.push(act === 'open');
          open = pushCall(open, { effective: act === 'open' });
        }
        expect(countOpenCalls(open)).toBe(stack.length);
      }
    }),
  );
});
