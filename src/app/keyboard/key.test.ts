import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { canBeBound, isKeyName, keyName } from './key.ts';

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

test('names of keys are told from other texts', () => {
  const names = [...commands.all.flatMap(({ keys }) => keys), 'Ctrl+Alt+Shift+ф', 'F12', '+', 'Ctrl++'];
  expect(names.filter((name) => !isKeyName(name))).toEqual([]);
  const others = ['', ' ', 'ab', 'Shift+Ctrl+a', 'A', 'a b', 'Ctrl+', `F${'1'.repeat(30)}`, '<b>', 7, null];
  expect(others.filter(isKeyName)).toEqual([]);
});

test('modifiers and Tab cannot be bound', () => {
  const bindable = (key: string) => canBeBound({ key });
  expect(['Shift', 'Control', 'AltGraph', 'CapsLock', 'Dead', 'Tab'].filter(bindable)).toEqual([]);
  expect(['a', 'ArrowUp', 'F5', 'Enter', '+'].every(bindable)).toBe(true);
});
