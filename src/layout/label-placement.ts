import { bisector, range } from 'd3';
import type { Font } from './metrics.ts';
import type { Measure } from './scene.ts';

/** The texts of one lane, placed so that none overlaps another or the edge. */
export interface LabelSpace {
  /** Claims the place of a text whose baseline starts at x, y; false if it is taken. */
  claim(text: string, font: Font, x: number, y: number): boolean;
}

export function createLabelSpace(width: number, measure: Measure): LabelSpace {
  const rows = new Map<number, { readonly left: number; readonly right: number; readonly size: number }[]>();
  return {
    claim(text, { family, size }, x, y) {
      const right = x + measure(text, family, size);
      if (x < 0 || right > width) return false;
      for (const [baseline, taken] of rows) {
        for (const other of taken) {
          const apart = baseline > y ? baseline - other.size >= y : y - size >= baseline;
          if ((baseline === y || !apart) && other.left < right + GAP && x < other.right + GAP) return false;
        }
      }
      rows.set(y, [...(rows.get(y) ?? []), { left: x, right, size }]);
      return true;
    },
  };
}

const GAP = 2;

/** Returns the text if it fits, else the brief one, else as much of it as fits. */
export function fitLabel(text: string, brief: string | undefined, font: Font, width: number, measure: Measure): string {
  const { family, size } = font;
  return measure(text, family, size) <= width || brief === undefined
    ? truncateLabel(text, font, width, measure)
    : truncateLabel(brief, font, width, measure);
}

/** Truncates a text with an ellipsis to fit; empty where fewer than two characters would be left. */
export function truncateLabel(text: string, { family, size }: Font, width: number, measure: Measure): string {
  if (measure(text, family, size) <= width) return text;
  const characters = [...text];
  const cut = (count: number) => `${characters.slice(0, count).join('').trimEnd()}…`;
  const widthOf = bisector((count: number) => measure(cut(count), family, size));
  const longest = widthOf.right(range(characters.length), width) - 1;
  return longest < 2 ? '' : cut(longest);
}
