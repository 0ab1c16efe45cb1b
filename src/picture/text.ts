import type { Font } from '../layout/metrics.ts';
import type { Measure } from '../layout/scene.ts';
import type { SvgText, TextStyle } from './svg-node.ts';

/**
 * Widens a measure for other fonts: a reader of the picture may not have the one that it was measured with, and bold is
 * wider. The result is never less than the average of the widest common font.
 */
export const widenMeasure =
  (measure: Measure): Measure =>
  (text, font, size) =>
    Math.max(measure(text, font, size) * SLACK[font], [...text].length * size * AVERAGE[font]);

const SLACK = { sans: 1.1, mono: 1.02 } as const;
const AVERAGE = { sans: 0.59, mono: 0.61 } as const;

/** Wraps a text at blanks, and inside longer words, into at most `most` lines. */
export function wrapText(text: string, { family, size }: Font, width: number, measure: Measure, most = 99): string[] {
  const fits = (part: string) => measure(part, family, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  let last = `${lines[most - 1]}…`;
  while (!fits(last) && last.length > 1) last = `${last.slice(0, -2)}…`;
  return [...lines.slice(0, most - 1), last];
}

/** Places lines one beneath the other, the first baseline at `y`. */
export const placeLines = (
  lines: readonly string[],
  style: TextStyle,
  x: number,
  y: number,
  leading: number,
): SvgText[] => lines.map((text, i) => ({ kind: 'text', x, y: y + i * leading, text, style }));
