import type { LabelSpace } from '../label-placement.ts';
import { FONT, type Font, MARK } from '../metrics.ts';
import type { Mark, Measure } from '../scene.ts';
import type { UnplacedMark } from '../signs.ts';
import type { ColumnCell } from './timeline-window.ts';

/** The marks of one row in a lane, and the column that they stand in. */
interface RowOfMarks {
  readonly lane: string;
  readonly slot: number;
  readonly signs: readonly UnplacedMark[];
  /** The top of the lane. */
  readonly y: number;
  readonly cell: ColumnCell;
}

/**
 * Places the marks of one row in its column: one with its detail line, or two without, one above the other. Further marks
 * become a number behind the second. A text that does not fit is left out; the title still has it.
 */
export function placeMarks({ lane, slot, signs, y, cell }: RowOfMarks, space: LabelSpace, measure: Measure): Mark[] {
  const visible = signs.slice(0, 2);
  return visible.map((sign, i) => {
    const more = i === 1 && signs.length > 2 ? ` +${signs.length - 2}` : '';
    const detail = signs.length === 1 ? sign.detail : '';
    const place = { label: sign.label + more, short: sign.short ?? '', detail, y: y + FIRST + i * LINE };
    const title =
      more === ''
        ? sign.title
        : signs
            .slice(1)
            .map((other) => other.title)
            .join('; ');
    return { id: `${lane}:${sign.key}@${slot}`, slot, title, kind: sign.kind, ...textsOf(cell, place, space, measure) };
  });
}

/** The y of the first mark from the lane's top, and the distance to the second. */
const FIRST = 20;
const LINE = 20;

/** Centres a mark and its texts in the column, and drops the texts that do not fit. */
function textsOf(
  cell: ColumnCell,
  { label, short, detail, y }: { label: string; short: string; detail: string; y: number },
  space: LabelSpace,
  measure: Measure,
): Pick<Mark, 'x' | 'y' | 'label' | 'detail'> {
  const { middle, width } = cell;
  const widthOf = (text: string, { family, size }: Font) => (text === '' ? 0 : measure(text, family, size));
  const around = MARK.label + MARK.radius;
  if (around + widthOf(label, FONT.mark) > width) {
    return short === ''
      ? { x: middle, y, label: '', detail: '' }
      : textsOf(cell, { label: short, short: '', detail, y }, space, measure);
  }
  const texts = Math.max(widthOf(label, FONT.mark), widthOf(detail, FONT.detail));
  const totalWidth = texts === 0 ? 0 : around + texts;
  if (totalWidth > width) return textsOf(cell, { label, short, detail: '', y }, space, measure);
  const x = texts === 0 ? middle : middle - totalWidth / 2 + MARK.radius;
  const start = x + MARK.label;
  return {
    x,
    y,
    label: label !== '' && space.claim(label, FONT.mark, start, y + MARK.baseline) ? label : '',
    detail: detail !== '' && space.claim(detail, FONT.detail, start, y + MARK.detail) ? detail : '',
  };
}
