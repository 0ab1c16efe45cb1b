import type { Room } from '../label-placement.ts';
import { FONT, MARK } from '../metrics.ts';
import type { Mark } from '../scene.ts';
import type { Sign } from '../signs.ts';
import { middleOf, type Stretch } from './timeline-window.ts';

/**
 * The signs of one row in its column: one with its second line, or two one above the other without; what is more than
 * two is a number behind the second. A text that has no room is left out, its words stay in the title.
 */
export function placeSigns(
  stretch: Stretch,
  { lane, slot, signs, y }: { lane: string; slot: number; signs: readonly Sign[]; y: number },
  room: Room,
): Mark[] {
  const shown = signs.slice(0, 2);
  return shown.map((sign, i) => {
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
    return { id: `${lane}:${sign.key}@${slot}`, slot, title, kind: sign.kind, ...textsOf(stretch, slot, place, room) };
  });
}

/** The height of the first sign's middle in a lane of signs, and how far the second is beneath it. */
const FIRST = 20;
const LINE = 20;

/** Where the sign stands so that it and its texts are centred in the column, and which texts have room there. */
function textsOf(
  stretch: Stretch,
  slot: number,
  { label, short, detail, y }: { label: string; short: string; detail: string; y: number },
  room: Room,
): Pick<Mark, 'x' | 'y' | 'label' | 'detail'> {
  const middle = middleOf(stretch, slot);
  const wide = (text: string, font: { family: 'sans' | 'mono'; size: number }) =>
    text === '' ? 0 : stretch.measure(text, font.family, font.size);
  const around = MARK.label + MARK.radius;
  if (around + wide(label, FONT.mark) > stretch.columnWidth) {
    return short === ''
      ? { x: middle, y, label: '', detail: '' }
      : textsOf(stretch, slot, { label: short, short: '', detail, y }, room);
  }
  const texts = Math.max(wide(label, FONT.mark), wide(detail, FONT.detail));
  const whole = texts === 0 ? 0 : around + texts;
  if (whole > stretch.columnWidth) return textsOf(stretch, slot, { label, short, detail: '', y }, room);
  const x = texts === 0 ? middle : middle - whole / 2 + MARK.radius;
  const start = x + MARK.label;
  return {
    x,
    y,
    label: label !== '' && room.take(label, FONT.mark, start, y + MARK.baseline) ? label : '',
    detail: detail !== '' && room.take(detail, FONT.detail, start, y + MARK.detail) ? detail : '',
  };
}
