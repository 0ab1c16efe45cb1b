/** The part of a run that a presentation shows at once, and its scale. Lengths are CSS pixels before `scale`. */
export interface StageFrame {
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
  /** Steps of the whole run. */
  readonly count: number;
  /** The step at the playhead; -1 before the first. */
  readonly slot: number;
  /** The first step shown so far. */
  readonly first: number;
}

const NAMES = 128;
const LEAST_COLUMN = 92;
const WIDEST = 240;
/** Below the first value text is unreadable from afar, and the box scrolls; above the second it wastes room. */
const SCALES = [1, 2.6] as const;
/** Narrower screens use scale 1, so that more than one column fits beside the names. */
const NARROW = 700;

/** The largest reduction of the scale that is accepted to show the whole run. */
const FOR_ALL = 0.85;

/** Computes the largest scale at which all lanes are visible, and the page of steps with the playhead. */
export function frameOf({ width, height, sceneHeight, count, slot, first }: Given): StageFrame {
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

/** Keeps the page until the playhead leaves it; then the playhead is second, after the step that led to it. */
function pageOf(slot: number, first: number, rows: number, count: number): number {
  const here = Math.max(0, slot);
  const stays = first <= here && here < first + rows && first + rows <= Math.max(rows, count);
  const led = Math.min(1, rows - 1);
  const next = here < first ? here - rows + 1 + led : here - led;
  return Math.max(0, Math.min(stays ? first : next, count - rows));
}
