import type { Measure } from '../../layout/scene.ts';

/** The width of a text as this page will draw it, in CSS pixels. The families are those of tokens.css. */
export const measureText: Measure = (text, font, size) => {
  const key = `${font}${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = inBrowser(text, font, size);
  if (widths.size > MOST) widths.clear();
  widths.set(key, width);
  return width;
};

const widths = new Map<string, number>();
/** Texts are few and come again; this only bounds what a very long program may leave behind. */
const MOST = 5000;
/** Where nothing can be measured (a test without a canvas): wide enough for every font. */
const WIDEST = 0.62;

let context: CanvasRenderingContext2D | null | undefined;

function inBrowser(text: string, font: 'sans' | 'mono', size: number): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * WIDEST;
  const family = getComputedStyle(document.documentElement).getPropertyValue(`--${font}`);
  context.font = `${size}px ${family || 'monospace'}`;
  return context.measureText(text).width;
}
