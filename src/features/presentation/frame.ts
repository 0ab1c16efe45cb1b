/** What of a run a presentation shows at once, and how large. Lengths are CSS pixels of the drawing, before `scale`. */
export interface Frame {
  readonly first: number;
  readonly rows: number;
  readonly columnWidth: number;
  readonly scale: number;
}

interface Given {
  /** The box, in px of the screen. */
  readonly width: number;
  readonly height: number;
  readonly sceneHeight: number;
  /** Rows of the whole run. */
  readonly count: number;
  /** The row that is looked at; -1 before the first. */
  readonly slot: number;
  /** The first row that was shown until now. */
  readonly first: number;
}

const NAMES = 128;
const LEAST_COLUMN = 92;
const WIDEST = 240;
/** Below the first nothing can be read from afar, and the box scrolls; above the second it only wastes room. */
const SCALES = [1, 2.6] as const;
/** On a small screen the usual size, so that more than one column stands beside the names. */
const NARROW = 700;

/** So much smaller than it could be, and no more, it is for the sake of the whole run in sight. */
const FOR_ALL = 0.85;

/** The largest scale at which all lanes are in sight, and the page of rows that the looked-at one is on. */
export function frameOf({ width, height, sceneHeight, count, slot, first }: Given): Frame {
  const [least, most] = SCALES;
  const largest = Math.min(most, Math.max(least, height / Math.max(1, sceneHeight)));
  const forAll = width / (NAMES + count * LEAST_COLUMN);
  const wanted = forAll < largest && forAll >= Math.max(least, largest * FOR_ALL) ? forAll : largest;
  const scale = width < NARROW ? 1 : Math.floor(wanted * 20) / 20;
  const room = Math.max(LEAST_COLUMN, width / scale - NAMES);
  const rows = Math.max(1, Math.min(count, Math.floor(room / LEAST_COLUMN)));
  return {
    first: pageOf(slot, first, rows, count),
    rows,
    columnWidth: Math.min(WIDEST, Math.floor(room / rows)),
    scale,
  };
}

/** Stays until the looked-at row is no longer on it; then that row stands second, behind the one that led to it. */
function pageOf(slot: number, first: number, rows: number, count: number): number {
  const here = Math.max(0, slot);
  const stays = first <= here && here < first + rows && first + rows <= Math.max(rows, count);
  const led = Math.min(1, rows - 1);
  const next = here < first ? here - rows + 1 + led : here - led;
  return Math.max(0, Math.min(stays ? first : next, count - rows));
}
