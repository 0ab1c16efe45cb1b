/** Holds the colours of tokens.css to WCAG 2.2 in both themes: texts at 4.5 to 1, shapes and lines that tell something at 3 to 1. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const [screen = ''] = css.split(':root[data-theme');
const [, more = ''] = css.split(/:root\[data-contrast="more"\]|@media \(forced-colors/);
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

type Tokens = ReadonlyMap<string, Readonly<Record<Theme, string>>>;

/** Colours by token, as a piece of the sheet declares them. */
const tokensOf = (sheet: string): Tokens =>
  new Map(
    [...sheet.matchAll(/--([\w-]+): (?:light-dark\(([^()]+)\)|(#[0-9a-f]{6}));/g)].map(
      ([, name = '', both = '', one = '']) => {
        const [light = '', dark = ''] = both === '' ? [one, one] : both.split(', ');
        return [name, { light, dark }];
      },
    ),
  );
const plain = tokensOf(screen);
const strong: Tokens = new Map([...plain, ...tokensOf(more)]);

const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string) => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** What falls short of a ratio, as `dark: ink on paper 2.1`. */
function short(ratio: number, inks: readonly string[], grounds: readonly string[], tokens = plain): string[] {
  return THEMES.flatMap((theme) =>
    inks.flatMap((ink) =>
      grounds.flatMap((ground) => {
        const found = contrast(tokens.get(ink)?.[theme] ?? '', tokens.get(ground)?.[theme] ?? '');
        return found >= ratio ? [] : [`${theme}: ${ink} on ${ground} ${found.toFixed(2)}`];
      }),
    ),
  );
}

const GROUNDS = ['paper', 'frame', 'control', 'control-over', 'lit', 'raised'];

test('every text can be read on every ground', () => {
  expect(short(4.5, ['ink', 'ink-soft', 'ink-quiet', 'accent-ink'], GROUNDS)).toEqual([]);
  expect(short(4.5, ['enter', 'leave', 'flush', 'warn', 'bug', 'hazard'], GROUNDS)).toEqual([]);
  expect(short(4.5, ['active-ink'], ['paper', 'active-wash'])).toEqual([]);
  expect(short(4.5, ['interrupt-ink'], ['paper', 'interrupt-wash'])).toEqual([]);
  expect(short(4.5, ['pause-ink'], ['paper'])).toEqual([]);
  expect(short(4.5, ['ink-on-fill'], ['active', 'pause'])).toEqual([]);
  expect(short(4.5, ['on-accent'], ['accent'])).toEqual([]);
  expect(short(4.5, ['on-sign'], ['warn', 'bug', 'hazard'])).toEqual([]);
});

test('every shape that tells something stands out from its ground', () => {
  expect(short(3, ['accent', 'active-ink', 'pause-ink', 'interrupt-ink', 'edge-strong'], ['paper', 'lit'])).toEqual([]);
});

test('with more contrast every text stands out at 7 to 1, and every line at 3 to 1', () => {
  expect(tokensOf(more).size).toBeGreaterThan(6);
  expect(short(7, ['ink', 'ink-soft', 'ink-quiet', 'accent-ink'], GROUNDS, strong)).toEqual([]);
  expect(short(7, ['enter', 'leave', 'flush', 'warn', 'bug', 'hazard'], ['paper', 'raised'], strong)).toEqual([]);
  expect(short(7, ['active-ink', 'pause-ink', 'interrupt-ink'], ['paper'], strong)).toEqual([]);
  expect(short(4.5, ['on-accent'], ['accent'], strong)).toEqual([]);
  expect(short(3, ['hairline', 'edge', 'accent'], ['paper', 'frame', 'raised'], strong)).toEqual([]);
});
