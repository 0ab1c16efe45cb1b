import { interpolateRgb, rgb } from 'd3';

/** Picture themes. */
export type PictureTheme = 'light' | 'dark';

/** The colours of `styles/tokens.css`, light and dark, which a standalone file cannot refer to. */
export const TOKENS = {
  paper: ['#ffffff', '#0d1117'],
  frame: ['#f6f7f9', '#141a23'],
  lit: ['#e4f0fa', '#12263a'],
  hairline: ['#dfe3e8', '#1f2631'],
  edge: ['#c9cfd7', '#333d4c'],
  'edge-strong': ['#808a98', '#667284'],
  ink: ['#14181f', '#e6ebf2'],
  'ink-soft': ['#4f5a68', '#a5b0bf'],
  'ink-quiet': ['#606a78', '#8f9baa'],
  'ink-on-fill': ['#000000', '#000000'],
  accent: ['#0072b2', '#56b4e9'],
  'accent-ink': ['#005a8c', '#56b4e9'],
  active: ['#009e73', '#009e73'],
  'active-ink': ['#00694c', '#3fcb9c'],
  'active-wash': ['#d7efe6', '#0a2725'],
  pause: ['#e69f00', '#e69f00'],
  'pause-ink': ['#8f5f00', '#f0b83a'],
  enter: ['#0b5c8a', '#56b4e9'],
  leave: ['#a84300', '#ff8f4d'],
  flush: ['#005a8c', '#7cc4f0'],
  'interrupt-wash': ['#f4e2ec', '#2c1d2a'],
  'interrupt-ink': ['#8c3f6b', '#d991b8'],
  warn: ['#8f5f00', '#f0b83a'],
  bug: ['#a84300', '#ff8f4d'],
  hazard: ['#8c3f6b', '#d991b8'],
  'on-sign': ['#ffffff', '#0d1117'],
} as const satisfies Record<string, readonly [string, string]>;

export type Colour = keyof typeof TOKENS;

/** A token's value in a theme. */
export const colourOf = (colour: Colour, theme: PictureTheme): string => TOKENS[colour][theme === 'light' ? 0 : 1];

/** Mixes two colours as `color-mix(in srgb, …)` does. */
export function mixColours(colour: Colour, share: number, ground: Colour, theme: PictureTheme): string {
  const mix = interpolateRgb(colourOf(ground, theme), colourOf(colour, theme));
  return rgb(mix(share)).formatHex();
}

/** The font families of `styles/tokens.css`; each ends in a generic one. */
export const FAMILIES = {
  sans: "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  mono: "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace",
} as const;
