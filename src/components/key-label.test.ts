import { expect, test } from 'vitest';
import { keyLabel } from './key-label.ts';

const labels = (names: readonly string[], apple = false) => names.map((name) => keyLabel(name, apple));

test('a key is labelled as on the keyboard', () => {
  expect(labels(['ArrowRight', 'Space', 's', '?', '+', 'Ctrl++'])).toEqual(['→', 'space', 's', '?', '+', 'Ctrl +']);
});

test('a key combination lists its keys, letters as capitals', () => {
  expect(labels(['Ctrl+Shift+z', 'Alt+ArrowUp', 'Shift+y'])).toEqual(['Ctrl Shift Z', 'Alt ↑', 'Shift Y']);
});

test('an Apple keyboard has its own modifier signs', () => {
  expect(labels(['Ctrl+Shift+z', 'Alt+ArrowUp', 's'], true)).toEqual(['⌘ ⇧ Z', '⌥ ↑', 's']);
});
