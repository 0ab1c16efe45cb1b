import { err, ok, type Result } from '../../lib/result.ts';
import { buildTableCells, type RunSummaries, type StateColumn, type TableCells } from './mail-cells.ts';

/**
 * Writes a run in the format of the series' commit messages: tabs, an indent of four, `ø` for no callback, long labels, no numbers.
 * Supports plain programs only: the error names the first row that cannot be written.
 */
export function writeOriginal(trace: RunSummaries, columns: readonly StateColumn[]): Result<string, string> {
  const cells = buildTableCells(
    trace,
    columns.map((column) => ({ ...column, short: column.label })),
  );
  const odd = cells.find(({ call, who }) => who !== '' || !/^lazy_mmu_mode_\w+\(\)$/.test(call));
  if (odd) return err(`row ${odd.number} (${odd.call}) is not a plain call by a single task`);
  const calls = cells.map(({ depth, call }) => toTabs(' '.repeat(4 * Math.min(depth, MAX_DEPTH)) + call));
  const arrow = Math.max(32, tabStop(cells.reduce((most, cell) => Math.max(most, callEnd(cell)), 0)));
  const state = arrow + Math.max(20, 5 + cells.reduce((most, { happened }) => Math.max(most, happened.length), 0));
  const lines = cells.map(({ happened, ...cell }, index) => {
    const call = calls[index] ?? '';
    if (happened === '') return call;
    const outcome = happened === '(none)' || happened === 'ignored' ? '\u00f8' : happened;
    const values = cell.state === '' ? '' : `${tabsBetween(arrow + 3 + outcome.length, state)}${cell.state}`;
    return `${call}${tabsBetween(callEnd(cell), arrow)}-> ${outcome}${values}`;
  });
  return ok(`${lines.join('\n')}\n`);
}

const MAX_DEPTH = 12;
const TAB = 8;

const callEnd = ({ depth, call }: Pick<TableCells, 'depth' | 'call'>): number =>
  4 * Math.min(depth, MAX_DEPTH) + call.length;

/** Returns the tab stop after a column. */
const tabStop = (column: number): number => (Math.floor(column / TAB) + 1) * TAB;

const toTabs = (text: string): string =>
  text.replace(/^ +/, (blanks) => '\t'.repeat(Math.floor(blanks.length / TAB)) + ' '.repeat(blanks.length % TAB));

/** Returns the tabs and spaces that lead from one column to another. */
function tabsBetween(from: number, to: number): string {
  let text = '';
  let at = from;
  for (; tabStop(at) <= to; at = tabStop(at)) text += '\t';
  return text + ' '.repeat(to - at);
}
