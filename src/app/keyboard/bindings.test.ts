import { describe, expect, test } from 'vitest';
import type { Mode } from '../command/command.ts';
import { commands } from '../commands/index.ts';
import { bindingsOf, MOST_KEYS } from './bindings.ts';
import { bound, clashOf } from './rebind.ts';

const { all } = commands;
const command = (id: string) => commands.get(id);
const keysOf = (id: string, own = {}) => bindingsOf(all, own).keysOf(id);
const at = (key: string, own = {}, only: Mode | null = null) => bindingsOf(all, own).commandAt(key, only)?.id;

describe('keys', () => {
  test('are those that commands come with, until a person gives others', () => {
    expect(keysOf('forward')).toEqual(['ArrowRight', '.']);
    const own = bound(all, {}, command('forward'), ['ArrowRight', 'l']);
    expect(keysOf('forward', own)).toEqual(['ArrowRight', 'l']);
    expect([at('l', own), at('.', own), at('ArrowRight', own)]).toEqual(['forward', undefined, 'forward']);
  });

  test('that are the command’s own again are not kept', () => {
    const own = bound(all, {}, command('forward'), ['l']);
    expect(own).toEqual({ forward: ['l'] });
    expect(bound(all, own, command('forward'), ['ArrowRight', '.'])).toEqual({});
  });

  test('can be taken away altogether', () => {
    const own = bound(all, {}, command('play'), []);
    expect([keysOf('play', own), at('Space', own)]).toEqual([[], undefined]);
  });

  test('are each of one command only: what has one loses it to who is given it', () => {
    expect(clashOf(all, {}, command('play'), 's')?.id).toBe('into');
    expect(clashOf(all, {}, command('into'), 's')).toBeNull();
    const own = bound(all, {}, command('play'), ['Space', 's']);
    expect(own).toEqual({ play: ['Space', 's'], into: [] });
    expect([at('s', own), keysOf('into', own)]).toEqual(['play', []]);
  });

  test('of insert mode stand beside those of the page', () => {
    expect([at('p', {}, 'insert'), clashOf(all, {}, command('play'), 'e')]).toEqual(['add-pause', null]);
    expect(clashOf(all, {}, command('add-set'), 'e')?.id).toBe('add-enable');
  });

  test('that a person gave go before those of a later release, and each stays with one command', () => {
    const own = { play: ['s', 'q'], out: ['q'] };
    expect([at('s', own), at('q', own)]).toEqual(['play', 'out']);
    expect([keysOf('into', own), keysOf('play', own)]).toEqual([[], ['s']]);
  });

  test('are bounded, and Escape stays the way out', () => {
    const own = bound(all, {}, command('play'), ['1', '2', '3', '4', '5', '1']);
    expect(keysOf('play', own)).toHaveLength(MOST_KEYS);
    expect(at('Escape', { leave: ['q'], play: ['Escape'] })).toBe('leave');
  });

  test('of commands that are not there any more mean nothing', () => {
    expect([at('q', { gone: ['q'] }), keysOf('gone', { gone: ['q'] })]).toEqual([undefined, []]);
  });
});
