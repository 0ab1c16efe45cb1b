import type { TableCells } from './mail-cells.ts';
import { wrap } from './wrap.ts';

/** Columns of an email that survive three levels of quoting. */
export const WIDTH = 72;

/**
 * Lays out rows as aligned lines of at most 72 columns without trailing spaces. If a table is too wide, names are shortened first
 * (`..._enable()`, reported by `shortened`), then the indent, and finally the text after the arrow moves to lines that begin with `+`.
 */
export function layOut(cells: readonly TableCells[]): {
  readonly lines: readonly string[];
  readonly shortened: boolean;
} {
  const columns = columnsOf(cells);
  const deepest = cells.reduce((most, { depth }) => Math.max(most, depth), 0);
  if (fits(cells, columns, deepest)) return { lines: draw(cells, columns, deepest), shortened: false };
  const short = cells.map((cell) => ({ ...cell, call: cell.call.replace(LONG_NAME, '$1..._') }));
  let depth = Math.min(deepest, WIDTH / 2);
  while (depth > 0 && !fits(short, columns, depth)) depth -= 1;
  return { lines: draw(short, columns, depth), shortened: cells.some(({ call }) => LONG_NAME.test(call)) };
}

const LONG_NAME = /^(~?)lazy_mmu_mode_/;
const GAP = 2;

/** Widths including gaps; `tail` starts at the arrow. */
interface Columns {
  readonly number: number;
  readonly who: number;
  readonly happened: number;
  readonly tail: number;
}

function columnsOf(cells: readonly TableCells[]): Columns {
  const most = (length: (cell: TableCells) => number) => cells.reduce((sum, cell) => Math.max(sum, length(cell)), 0);
  const who = most((cell) => cell.who.length);
  // Wider entries, as three callbacks in one row, stand on lines of their own rather than push everything aside.
  const happened = Math.min(
    27,
    most((cell) => (cell.state === '' ? 0 : cell.happened.length)),
  );
  const state = Math.min(
    28,
    most((cell) => cell.state.length),
  );
  return {
    number: Math.max(4, most((cell) => cell.number.length) + GAP),
    who: who === 0 ? 0 : who + GAP,
    happened,
    tail: '-> '.length + (state === 0 ? most((cell) => Math.min(27, cell.happened.length)) : happened + GAP + state),
  };
}

const callLength = (cell: TableCells, deepest: number): number => 2 * Math.min(cell.depth, deepest) + cell.call.length;

function fits(cells: readonly TableCells[], { number, who, tail }: Columns, deepest: number): boolean {
  const room = WIDTH - number - who;
  return cells.every((cell) => {
    if (isNote(cell)) return 2 * Math.min(cell.depth, deepest) <= room - NOTE;
    return callLength(cell, deepest) <= (cell.happened === '' ? room : room - GAP - tail);
  });
}

// The minimum width of a piece of a note.
const NOTE = 24;

const isNote = ({ call }: TableCells): boolean => /^~?note "/.test(call);

function draw(cells: readonly TableCells[], columns: Columns, deepest: number): string[] {
  const prefix = columns.number + columns.who;
  const arrow = Math.min(
    cells.reduce((most, cell) => (cell.happened === '' ? most : Math.max(most, callLength(cell, deepest))), 0),
    WIDTH - prefix - GAP - columns.tail,
  );
  return cells.flatMap((cell) => {
    const indent = ' '.repeat(2 * Math.min(cell.depth, deepest));
    const head = cell.number.padEnd(columns.number) + cell.who.padEnd(columns.who) + indent + cell.call;
    const beneath = cell.beneath.flatMap((text) => under('!', text, columns));
    if (isNote(cell)) return [...drawNote(head, columns), ...beneath];
    if (cell.happened === '') return [head, ...beneath];
    const happened = cell.state === '' ? cell.happened : `${cell.happened.padEnd(columns.happened)}  ${cell.state}`;
    const line = `${head.padEnd(prefix + arrow + GAP)}-> ${happened}`;
    if (head.length <= prefix + arrow && line.length <= WIDTH) return [line, ...beneath];
    return [head, ...drawTail(cell, columns), ...beneath];
  });
}

function drawTail({ happened, state }: TableCells, columns: Columns): string[] {
  const line = `${'+'.padEnd(columns.number)}-> ${happened}${state === '' ? '' : `  ${state}`}`;
  if (line.length <= WIDTH) return [line];
  const room = WIDTH - columns.number;
  const callbacks = happened.split('+').map((callback) => `-> ${callback}`.slice(0, room));
  return [...callbacks, ...wrap(state, room)].map((piece) => '+'.padEnd(columns.number) + piece);
}

/** Draws a note as quoted pieces, each on its own line. */
function drawNote(head: string, columns: Columns): string[] {
  const [, before = '', text = ''] = /^(.*?note )"(.*)"$/.exec(head) ?? [];
  const lines: string[] = [];
  let line = `${before}"`;
  for (const [character] of text.matchAll(/\\u\{[0-9a-f]+\}|\\.|./g)) {
    if (line.length + character.length + 1 > WIDTH) {
      lines.push(`${line}"`);
      line = `${'+'.padEnd(columns.number)}"`;
    }
    line += character;
  }
  return [...lines, `${line}"`];
}

function under(mark: string, text: string, { number }: Columns): string[] {
  return wrap(text, WIDTH - number - GAP).map((line, i) => mark.padEnd(number + (i > 0 ? GAP : 0)) + line);
}
