import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { addRecent } from '../state/recent.ts';
import { LISTED, openTab, stateOf } from '../testing.ts';
import { listPaletteEntries, matchEntries, recentEntries } from './palette.ts';

const entries = listPaletteEntries(commands.all, {
  ...stateOf('enable; disable'),
  dialog: 'palette',
  documents: [{ ...LISTED, title: 'my own' }],
});
const found = (query: string, recent: readonly string[] = []) =>
  matchEntries(entries, query, recent).map(({ id }) => id);
const entry = (id: string) => entries.find((one) => one.id === id);

describe('the entries of the palette', () => {
  test('the palette has every command, or each choice of a command that needs one', () => {
    for (const { id, needsChoice } of commands.all) {
      const own = entries.filter(({ command }) => command === id);
      expect(own.length, id).toBeGreaterThan(0);
      expect(own.some((one) => one.id === id)).toBe(!needsChoice);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test('the entries say what they do, or why they are impossible', () => {
    expect(entry('undo')?.possible).toBe('Nothing to undo');
    expect(entry('leave')?.possible).toBe('Nothing to close or leave');
    expect(entry('forward')?.possible).toBe(true);
    expect(entry('choose-revision/v6')).toMatchObject({ chosen: true, possible: true });
    expect(entry('open-document/a')).toMatchObject({ title: 'Open document: my own', possible: true });
    expect(entry('theme/dark')).toMatchObject({ title: 'Change theme: dark', possible: true });
    expect(entry('choose-era/s390')?.possible).toMatch(/^[a-z].*[^.]$/);
  });

  test('an entry runs its command and becomes the most recent one', () => {
    const tab = openTab();
    tab.app.perform('palette');
    const run = (id: string) => {
      const [command = '', choice] = id.split('/');
      tab.app.runEntry({ id, command, args: choice === undefined ? undefined : { choice } });
    };
    run('choose-revision/v3');
    run('choose-architecture/xen-pv');
    run('theme/contrast');
    run('speed/4');
    run('open-scenario/kasan-depopulate');
    expect(tab.state()).toMatchObject({ theme: 'contrast', speed: 4, dialog: null });
    expect(tab.state().document.title).toContain('KASAN');
    expect(tab.state().recent.slice(0, 2)).toEqual(['open-scenario/kasan-depopulate', 'speed/4']);
    run('help');
    expect(tab.state().dialog).toBe('help');
  });
});

describe('what is typed', () => {
  test('a query matches the head of a title before a word of it, and a word before its inside', () => {
    expect(found('undo')[0]).toBe('undo');
    expect(found('step')[0]).toBe('forward');
    expect(found('finding').slice(0, 2)).toEqual(['next-finding', 'previous-finding']);
    expect(found('pause')[0]).toBe('add-pause');
  });

  test('a query is any words in any order, of the title, the note or the id', () => {
    expect(found('v4 revision')[0]).toMatch(/^choose-revision\/v4/);
    expect(found('dark theme')[0]).toBe('theme/dark');
    expect(found('scenario kasan').every((id) => id.startsWith('open-scenario/'))).toBe(true);
    expect(found('scenario kasan')).not.toEqual([]);
    expect(found('irq inside')).toContain('insert-irq-inside');
  });

  test('an empty query matches everything, and an unknown word nothing', () => {
    expect(found('')).toHaveLength(entries.length);
    expect(found('zebra')).toEqual([]);
  });

  test('among equal matches the recently used ones come first', () => {
    expect(found('next')[0]).not.toBe('next-flush');
    expect(found('next', ['next-flush'])[0]).toBe('next-flush');
  });
});

test('the recent entries are listed newest first, each once, and limited in number', () => {
  const used = ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g'].reduce(addRecent, [] as readonly string[]);
  expect(used).toEqual(['g', 'f', 'e', 'd', 'c', 'a']);
  expect(recentEntries(entries, ['redo', 'gone', 'undo']).map(({ id }) => id)).toEqual(['redo', 'undo']);
});
