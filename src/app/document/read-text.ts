import { memoLast } from '../../lib/memo.ts';
import { isLink } from '../../notation/read-any.ts';
import { readProgram } from '../../notation/text/parse.ts';

/** Parses a program, memoised for the last text: the editor, the store and the selectors all read the same one. */
export const readText = memoLast(readProgram);

/** Whether `readAny` takes a text for notation. A long one is not parsed a second time when it is used. */
export const isNotation = (text: string): boolean => !isLink(text) && readText(text).ok;
