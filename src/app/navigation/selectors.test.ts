import { expect, test } from 'vitest';
import { done, stateOf } from '../testing.ts';
import { selectDetail, selectPages, selectStep } from './selectors.ts';

test('before the first row there is no step and no page', () => {
  const state = stateOf('enable');
  expect([selectDetail(state), selectStep(state), selectPages(state)]).toEqual([null, null, []]);
});

test('the step at the playhead is described, and the description is memoised', () => {
  const state = stateOf('enable; set k1', 2);
  expect(selectStep(state)?.title).toBe('Event 2 · set k1');
  expect(selectStep(state)).toBe(selectStep({ ...state }));
  expect(selectDetail(state)).toBe(selectDetail({ ...state }));
  expect(selectPages(state)).toBe(selectPages({ ...state }));
});

test('pages are described as they are after the moment', () => {
  const state = stateOf('enable; set k1; disable', 2);
  expect(selectPages(state).map(({ id, memory, held }) => [id, memory, held])).toEqual([
    ['k1', '1', 'barriers pending'],
  ]);
  // v6 disable: its leave, which flushes, is the fifth statement and the last moment but none.
  const before = done(state, 'into', 'into', 'into', 'into');
  expect(selectPages(before)[0]?.held).toBe('barriers pending');
  expect(selectPages(done(before, 'into'))[0]).toMatchObject({ held: '', changed: { held: true } });
});
