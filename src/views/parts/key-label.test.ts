import { expect, test } from 'vitest';
import { keyLabel } from './key-label.ts';

test('keys are named as they are printed on a keyboard', () => {
  expect(['ArrowRight', 'Space', 's', '?', '+'].map(keyLabel)).toEqual(['→', 'space', 's', '?', '+']);
});

test('keys that are held together stand side by side, letters as capitals', () => {
  expect(['Ctrl+Shift+z', 'Alt+ArrowUp', 'Shift+y'].map(keyLabel)).toEqual(['Ctrl Shift Z', 'Alt ↑', 'Shift Y']);
});
