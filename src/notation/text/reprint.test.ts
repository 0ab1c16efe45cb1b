import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { printProgram } from './print.ts';
import { NOTHING_PRINTED, type PrintedProgram, reprint } from './reprint.ts';

const anew = (printed: PrintedProgram) => reprint(NOTHING_PRINTED, printed.program);

test('a program that shares events with the last one prints as it would by itself', () => {
  const programs = arbitraryProgram({ maxLength: 8 });
  forAll(fc.tuple(programs, programs), ([old, other]) => {
    const last = reprint(NOTHING_PRINTED, old);
    const half = old.length >> 1;
    for (const next of [
      [...old.slice(0, half), ...other, ...old.slice(half)],
      [...other, ...old],
      old.slice(1),
      other,
    ]) {
      const printed = reprint(last, next);
      expect(printed).toEqual(anew(printed));
      expect(printed.text.slice(0, -1)).toBe(printProgram(next));
      expect(reprint(printed, old)).toEqual(last);
    }
  });
});
