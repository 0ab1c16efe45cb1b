import { expect, test } from 'vitest';
import { keyName } from './key.ts';

test.each([
  [{ key: 'a' }, 'a'],
  [{ key: 'A', shift: true }, 'Shift+a'],
  [{ key: 'A' }, 'a'],
  [{ key: '?', shift: true }, '?'],
  [{ key: ' ' }, 'Space'],
  [{ key: ' ', shift: true }, 'Shift+Space'],
  [{ key: 'z', ctrl: true, shift: true }, 'Ctrl+Shift+z'],
  [{ key: 'ArrowUp', alt: true }, 'Alt+ArrowUp'],
  [{ key: 'F10', shift: true }, 'Shift+F10'],
  [{ key: 'ф', shift: true }, 'Shift+ф'],
])('%o is %s', (press, name) => {
  expect(keyName({ ctrl: false, alt: false, shift: false, ...press })).toBe(name);
});
