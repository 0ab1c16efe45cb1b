import { memoLast } from '../../lib/memo.ts';
import { readProgram } from '../../notation/text/parse.ts';

/** Parses a program, memoised for the last text: the editor, the store and the selectors all read the same one. */
export const readText = memoLast(readProgram);
