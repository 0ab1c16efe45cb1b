import type { Measure } from '../../layout/scene.ts';

/** Measures a text in CSS pixels, in the font families of tokens.css. */
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
/** Bounds the cache; texts are few and repeat, except in very long programs. */
const MOST = 5000;
/** Width per character and px without a canvas (in tests), wide enough for every font. */
const WIDEST = 0.62;

let context: CanvasRenderingContext2D | null | undefined;

function inBrowser(text: string, font: 'sans' | 'mono', size: number): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * WIDEST;
  const family = getComputedStyle(document.documentElement).getPropertyValue(`--${font}`);
  context.font = `${size}px ${family || 'monospace'}`;
  return context.measureText(text).width;
}
