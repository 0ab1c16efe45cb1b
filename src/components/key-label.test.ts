import { expect, test } from 'vitest';
import { keyLabel } from './key-label.ts';

const labels = (names: readonly string[], apple = false) => names.map((name) => keyLabel(name, apple));

test('keys are named as they are printed on a keyboard', () => {
  expect(labels(['ArrowRight', 'Space', 's', '?', '+', 'Ctrl++'])).toEqual(['→', 'space', 's', '?', '+', 'Ctrl +']);
});

test('keys that are held together stand side by side, letters as capitals', () => {
  expect(labels(['Ctrl+Shift+z', 'Alt+ArrowUp', 'Shift+y'])).toEqual(['Ctrl Shift Z', 'Alt ↑', 'Shift Y']);
});

test('an Apple keyboard has its own', () => {
  expect(labels(['Ctrl+Shift+z', 'Alt+ArrowUp', 's'], true)).toEqual(['⌘ ⇧ Z', '⌥ ↑', 's']);
});
