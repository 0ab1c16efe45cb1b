import { expect, test } from 'vitest';
import { storage } from '../testing.ts';
import { readLastEntry, saveLastEntry } from './last-entry.ts';

const KEY = 'lazymmu/1/entry';

test('the last entry of a tab is read back', () => {
  const tab = storage();
  expect(readLastEntry(tab)).toBeNull();
  for (const entry of [
    { fragment: '#1/v6/arm64-7.0/E/0', tag: 'a' },
    { fragment: '', tag: null },
  ]) {
    saveLastEntry(tab, entry);
    expect(readLastEntry(tab)).toEqual(entry);
  }
  expect([...tab.values.keys()]).toEqual([KEY]);
});

test.each(['', '{', 'null', '7', '{}', '{"fragment":"a"}', '{"fragment":7,"tag":null}', '{"fragment":"a","tag":7}'])(
  '%s is no entry',
  (json) => {
    expect(readLastEntry(storage(new Map([[KEY, json]])))).toBeNull();
  },
);

test('a tab without storage, or whose storage fails, has no entry', () => {
  saveLastEntry(null, { fragment: '', tag: null });
  expect(readLastEntry(null)).toBeNull();
  const failing = storage(new Map([[KEY, '{"fragment":"a","tag":null}']]), () => true);
  saveLastEntry(failing, { fragment: 'b', tag: null });
  expect(readLastEntry(failing)).toBeNull();
});
