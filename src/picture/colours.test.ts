import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { colourOf, FAMILIES, mixColours, TOKENS } from './colours.ts';

const css = readFileSync(join(import.meta.dirname, '..', 'styles', 'tokens.css'), 'utf8');
/** The first declaration of a token is the ordinary one. */
const declared = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1];

test('the colours are those of the style sheets', () => {
  for (const [name, [light, dark]] of Object.entries(TOKENS)) {
    expect([name, declared(name)]).toEqual([name, light === dark ? light : `light-dark(${light}, ${dark})`]);
  }
});

test('the font families are those of the style sheets', () => {
  for (const [name, family] of Object.entries(FAMILIES)) expect(declared(name)).toBe(family.replaceAll("'", '"'));
});

test('colours are mixed as in the style sheets', () => {
  expect(colourOf('active', 'dark')).toBe('#009e73');
  expect(mixColours('active', 0.26, 'paper', 'light')).toBe('#bde6db');
  expect(mixColours('active', 0, 'paper', 'dark')).toBe(colourOf('paper', 'dark'));
});
