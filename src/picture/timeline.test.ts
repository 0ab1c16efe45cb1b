import { expect, test } from 'vitest';
import { rowsAround } from './timeline.ts';

test('a picture of a long run shows the rows around the step, one of a short run all', () => {
  expect(rowsAround(60, 59)).toEqual({ first: 0, last: 59 });
  expect(rowsAround(61, -1)).toEqual({ first: 0, last: 59 });
  expect(rowsAround(500, 100)).toEqual({ first: 70, last: 129 });
  expect(rowsAround(500, 499)).toEqual({ first: 440, last: 499 });
  expect(rowsAround(0, -1)).toEqual({ first: 0, last: -1 });
});
