import { memoLast } from '../../lib/memo.ts';
import { readProgram } from '../../notation/text/parse.ts';

/** A text as it reads, remembered: the editor, the store and the selectors ask about the same one. */
export const readText = memoLast(readProgram);
