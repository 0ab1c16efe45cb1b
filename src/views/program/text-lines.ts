import { readText } from '../../app/document.ts';
import type { AppState } from '../../app/state.ts';

/** The line of the text (from 1) on which a row stands; 0 for row 0, null where text and program differ. */
export function lineOfRow({ document }: Pick<AppState, 'document'>, row: number): number | null {
  if (row === 0) return 0;
  const read = readText(document.text);
  return read.ok ? (read.value.lines[row - 1] ?? null) : null;
}

/** The last row that stands on a line or before it; 0 where none does, null where text and program differ. */
export function rowAtLine({ document }: Pick<AppState, 'document'>, line: number): number | null {
  const read = readText(document.text);
  return read.ok ? read.value.lines.findLastIndex((other) => other <= line) + 1 : null;
}
