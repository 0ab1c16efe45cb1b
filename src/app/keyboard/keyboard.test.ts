import { describe, expect, test } from 'vitest';
import { registryOf } from '../../lib/registry.ts';
import type { Command } from '../command/command.ts';
import { commands } from '../commands/index.ts';
import type { KeyPress } from './key.ts';
import { createKeyboard } from './keyboard.ts';

const keyboard = createKeyboard(commands);
const plain = { inserting: false, presenting: null, embedded: false, letterKeys: true, dialog: null, keys: {} };
const press = (text: string, focus: KeyPress['focus'] = 'page'): KeyPress => {
  const parts = text === '-' ? [text] : text.split('-');
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return { key: parts.at(-1) ?? '', ctrl: has('C'), alt: has('A'), shift: has('S'), focus };
};
const commandOf = (key: string, state = {}, focus?: KeyPress['focus']) =>
  keyboard.commandFor(press(key, focus), { ...plain, ...state })?.id;

describe('a key', () => {
  test.each([
    ['ArrowRight', 'forward'],
    ['.', 'forward'],
    ['ArrowLeft', 'back'],
    [',', 'back'],
    ['s', 'into'],
    ['n', 'over'],
    ['o', 'out'],
    ['Home', 'first'],
    ['End', 'last'],
    [']', 'next-finding'],
    ['[', 'previous-finding'],
    [' ', 'play'],
    ['C-z', 'undo'],
    ['C-S-Z', 'redo'],
    ['C-y', 'redo'],
    ['Delete', 'delete'],
    ['x', 'switch-off'],
    ['A-ArrowUp', 'move-earlier'],
    ['A-ArrowDown', 'move-later'],
    ['y', 'copy-text'],
    ['S-Y', 'copy-link'],
    ['S-P', 'picture'],
    ['S-?', 'help'],
    ['?', 'help'],
    ['m', 'modelled'],
    ['S-X', 'explore'],
    ['C-k', 'palette'],
    ['g', 'go-to'],
    ['f', 'next-flush'],
    ['S-F', 'previous-flush'],
    ['k', 'next-callback'],
    ['S-K', 'previous-callback'],
    ['-', 'slower'],
    ['=', 'faster'],
    ['S-+', 'faster'],
    ['i', 'insert-mode'],
    ['S-I', 'add-event'],
    ['Escape', 'leave'],
  ])('%s is %s', (key, id) => {
    expect(commandOf(key)).toBe(id);
  });

  test('an arrow key with Alt moves an event in the timeline and belongs to the browser elsewhere', () => {
    const along = (key: string, keys = {}) =>
      keyboard.commandFor({ ...press(key, 'control'), inTimeline: true }, { ...plain, keys })?.id;
    expect([along('A-ArrowLeft'), along('A-ArrowRight')]).toEqual(['move-earlier', 'move-later']);
    expect([commandOf('A-ArrowLeft'), commandOf('A-ArrowRight')]).toEqual([undefined, undefined]);
    expect(along('A-ArrowLeft', { undo: ['Alt+ArrowLeft'] })).toBe('undo');
  });

  test('a letter with caps lock on is the same key', () => {
    expect(commandOf('S')).toBe('into');
  });

  test.each(['e', 'd', 'p', 'r', 'w'])('the key %s adds an event in insert mode only', (key) => {
    expect(commandOf(key)).toBeUndefined();
    expect(commandOf(key, { inserting: true })).toMatch(/^add-/);
  });

  test('a reassigned key runs its new command', () => {
    const keys = { play: ['q'], into: ['Ctrl+i'] };
    expect(['q', ' ', 's', 'C-i'].map((key) => commandOf(key, { keys }))).toEqual([
      'play',
      undefined,
      undefined,
      'into',
    ]);
  });

  test('while a text is edited, only undo, redo and the palette have keys', () => {
    for (const key of ['s', 'ArrowRight', 'Delete', ' ', 'Home', 'A-ArrowUp', 'Escape']) {
      expect(commandOf(key, {}, 'text')).toBeUndefined();
    }
    expect(['C-z', 'C-y', 'C-k'].map((key) => commandOf(key, {}, 'text'))).toEqual(['undo', 'redo', 'palette']);
  });

  test('Space and Enter belong to the focused button', () => {
    expect([commandOf(' ', {}, 'control'), commandOf('Enter', {}, 'control'), commandOf('s', {}, 'control')]).toEqual([
      undefined,
      undefined,
      'into',
    ]);
  });

  test('single-character keys can be switched off; the others stay', () => {
    const off = { letterKeys: false };
    expect(['s', '.', '?', 'S-Y', 'x'].map((key) => commandOf(key, off))).toEqual(Array(5).fill(undefined));
    expect([commandOf('ArrowRight', off), commandOf('C-z', off), commandOf(' ', off)]).toEqual([
      'forward',
      'undo',
      'play',
    ]);
  });

  test('behind a dialog only the keys that close or replace it work', () => {
    const open = { dialog: 'help' as const };
    const keys = ['s', 'C-z', '?', 'm', 'Escape'];
    expect(keys.map((key) => commandOf(key, open))).toEqual([undefined, undefined, 'help', 'modelled', 'leave']);
  });
});

test('two commands with the same default key are fatal at start', () => {
  const one = commands.get('into');
  const clash = registryOf<Command>('command', {
    './into.ts': one,
    './other.ts': { ...one, id: 'other', order: 31 },
  });
  expect(() => createKeyboard(clash)).toThrow('commands "into" and "other" share the key s');
  const apart = registryOf<Command>('command', {
    './into.ts': one,
    './other.ts': { ...one, id: 'other', order: 31, only: 'insert' },
  });
  expect(() => createKeyboard(apart)).not.toThrow();
});
