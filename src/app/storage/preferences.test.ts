import { describe, expect, test } from 'vitest';
import { browser, openTab, storage } from '../testing.ts';
import { DEFAULT_PREFERENCES, hasSamePreferences, readPreferences, writePreferences } from './preferences.ts';

const KEY = 'lazymmu/1/preferences';
const read = (kept: unknown) =>
  readPreferences(storage(new Map([[KEY, typeof kept === 'string' ? kept : JSON.stringify(kept)]])));

describe('preferences', () => {
  test('saved preferences are read back', () => {
    const kept = storage();
    const own = {
      theme: 'contrast',
      letterKeys: false,
      keys: { play: ['Ctrl+Shift+q', 'ф'], into: [] },
      speed: 0.5,
      recent: ['undo', 'open-scenario/kasan-depopulate'],
      introduced: true,
    } as const;
    writePreferences(kept, own);
    expect(readPreferences(kept)).toEqual(own);
    expect(JSON.parse(kept.values.get(KEY) ?? '').v).toBe(1);
  });

  test('of the commands that were run last, those are read whose ids can be', () => {
    const recent = ['undo', 7, '', ' undo', 'undo!', 'x'.repeat(81), null, 'open-scenario/a.b:c'];
    expect(read({ recent }).recent).toEqual(['undo', 'open-scenario/a.b:c']);
  });

  test('without storage they have their defaults, and cannot be saved', () => {
    writePreferences(null, { theme: 'dark' });
    expect(readPreferences(null)).toEqual({
      ...{ theme: 'system', letterKeys: true, keys: {}, speed: 1, recent: [], introduced: false },
    });
  });

  test('preferences without a version are read', () => {
    expect(read({ theme: 'dark', letterKeys: false })).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      letterKeys: false,
    });
  });

  test.each([
    ['nothing', 'null'],
    ['no JSON', '{"theme"'],
    ['another form', { v: 2, theme: 'dark', keys: { play: ['q'] } }],
    ['wrong fields', { theme: 'pink', letterKeys: 1, keys: 7, speed: 1000, recent: 'undo', introduced: 'yes' }],
    [
      'wrong keys',
      { keys: { play: 'q', into: ['too long a name of a key to be one'], '<b>': ['q'], out: [1], over: ['a b'] } },
    ],
    ['too many keys', { keys: { play: ['1', '2', '3', '4', '5'] } }],
    ['a list', []],
  ])('preferences that are %s yield the defaults', (_what, kept) => {
    expect(read(kept)).toEqual(DEFAULT_PREFERENCES);
  });

  test('the number of shortcuts and of recent commands is limited', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `command-${i}`);
    const { keys, recent } = read({ keys: Object.fromEntries(many.map((id) => [id, ['q']])), recent: many });
    expect([Object.keys(keys).length, recent.length]).toEqual([200, 6]);
  });

  test('T3: preferences of a newer version are neither dropped nor rewritten', () => {
    const more = { v: 1, theme: 'sepia', speed: 2, font: 'large', keys: { 'newer-command': ['q'] } };
    const kept = storage(new Map([[KEY, JSON.stringify(more)]]));
    writePreferences(kept, { letterKeys: false });
    expect(JSON.parse(kept.values.get(KEY) ?? '')).toEqual({ ...more, letterKeys: false });
    const newer = '{"v":2,"look":{"theme":"dark"}}';
    kept.set(KEY, newer);
    writePreferences(kept, { letterKeys: true });
    expect(kept.get(KEY)).toBe(newer);
    for (const damaged of ['{"v":1', '7', 'null']) {
      kept.set(KEY, damaged);
      writePreferences(kept, { speed: 2 });
      expect(readPreferences(kept)).toEqual({ ...DEFAULT_PREFERENCES, speed: 2 });
    }
  });

  test('only the preferences that change are written, so that two tabs keep those of both', () => {
    const local = storage();
    const tabs = [openTab(browser({ local })), openTab(browser({ local }))];
    tabs[0]?.app.perform('letter-keys');
    tabs[1]?.app.perform('faster');
    expect(readPreferences(local)).toMatchObject({ letterKeys: false, speed: 2 });
  });

  test('failing storage throws no exception', () => {
    const refusing = storage(new Map(), () => true);
    writePreferences(refusing, DEFAULT_PREFERENCES);
    expect([readPreferences(refusing), readPreferences(null)]).toEqual([DEFAULT_PREFERENCES, DEFAULT_PREFERENCES]);
  });

  test('preferences differ if one field does', () => {
    expect(hasSamePreferences(DEFAULT_PREFERENCES, { ...DEFAULT_PREFERENCES })).toBe(true);
    expect(hasSamePreferences(DEFAULT_PREFERENCES, { ...DEFAULT_PREFERENCES, speed: 2 })).toBe(false);
  });
});
