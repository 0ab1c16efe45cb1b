import { describe, expect, test } from 'vitest';
import type { Mode } from '../command/command.ts';
import { commands } from '../commands/index.ts';
import { bindingsOf, MAX_KEYS } from './bindings.ts';
import { bindKeys, findKeyHolder } from './rebind.ts';

const { all } = commands;
const command = (id: string) => commands.get(id);
const keysOf = (id: string, own = {}) => bindingsOf(all, own).keysOf(id);
const at = (key: string, own = {}, only: Mode | null = null) => bindingsOf(all, own).commandAt(key, only)?.id;

describe('the keys of a command', () => {
  test('a command has its default keys until the person assigns others', () => {
    expect(keysOf('forward')).toEqual(['ArrowRight', '.']);
    const own = bindKeys(all, {}, command('forward'), ['ArrowRight', 'l']);
    expect(keysOf('forward', own)).toEqual(['ArrowRight', 'l']);
    expect([at('l', own), at('.', own), at('ArrowRight', own)]).toEqual(['forward', undefined, 'forward']);
  });

  test('keys that equal the defaults again are not stored', () => {
    const own = bindKeys(all, {}, command('forward'), ['l']);
    expect(own).toEqual({ forward: ['l'] });
    expect(bindKeys(all, own, command('forward'), ['ArrowRight', '.'])).toEqual({});
  });

  test('a command can have no key at all', () => {
    const own = bindKeys(all, {}, command('play'), []);
    expect([keysOf('play', own), at('Space', own)]).toEqual([[], undefined]);
  });

  test('a key belongs to one command: assigning it takes it away from another', () => {
    expect(findKeyHolder(all, {}, command('play'), 's')?.id).toBe('into');
    expect(findKeyHolder(all, {}, command('into'), 's')).toBeNull();
    const own = bindKeys(all, {}, command('play'), ['Space', 's']);
    expect(own).toEqual({ play: ['Space', 's'], into: [] });
    expect([at('s', own), keysOf('into', own)]).toEqual(['play', []]);
  });

  test('the keys of insert mode do not clash with those of the page', () => {
    expect([at('p', {}, 'insert'), findKeyHolder(all, {}, command('play'), 'e')]).toEqual(['add-pause', null]);
    expect(findKeyHolder(all, {}, command('add-set'), 'e')?.id).toBe('add-enable');
  });

  test('assigned keys take precedence over the defaults of a later release, and each belongs to one command', () => {
    const own = { play: ['s', 'q'], out: ['q'] };
    expect([at('s', own), at('q', own)]).toEqual(['play', 'out']);
    expect([keysOf('into', own), keysOf('play', own)]).toEqual([[], ['s']]);
  });

  test('the number of keys per command is limited, and Escape cannot be reassigned', () => {
    const own = bindKeys(all, {}, command('play'), ['1', '2', '3', '4', '5', '1']);
    expect(keysOf('play', own)).toHaveLength(MAX_KEYS);
    expect(at('Escape', { leave: ['q'], play: ['Escape'] })).toBe('leave');
  });

  test('keys of commands that no longer exist are ignored', () => {
    expect([at('q', { gone: ['q'] }), keysOf('gone', { gone: ['q'] })]).toEqual([undefined, []]);
  });
});
