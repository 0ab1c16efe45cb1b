import { readProgram } from '../notation/parse.ts';
import { memoLast } from './memo.ts';

/** A text as it reads, remembered: the editor, the store and the selectors ask about the same one. */
export const readText = memoLast(readProgram);
