import { memoLast } from '../../lib/memo.ts';
import { readProgram } from '../../notation/text/parse.ts';

/** Parses a program, memoised for the last text: the editor, the store and the selectors all read the same one. */
export const readText = memoLast(readProgram);

/** Whether a text is several lines of valid notation, and so neither a link nor letters nor a table. */
export const isNotation = (text: string): boolean => text.trim().includes('\n') && readText(text).ok;
