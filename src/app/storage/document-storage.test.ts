import { describe, expect, test } from 'vitest';
import type { Result } from '../../lib/result.ts';
import type { KeyValue } from '../state/services.ts';
import type { StoredDocument } from '../state/stored-document.ts';
import { done, flat, stateOf, storage } from '../testing.ts';
import { createDocumentStorage } from './document-storage.ts';

const first = done(stateOf('enable', 1), 'add-pause');
const second = done(first, 'add-resume');
let time = 0;
const clock = { today: () => ++time };
let lastId = 0;
const openOn = (values: KeyValue) => createDocumentStorage(values, { clock, newId: () => `new${++lastId}` });
const open = (values: Map<string, string>) => openOn(storage(values));
const textAt = (values: Map<string, string>, id: string) => {
  const { stored } = open(values).load(id);
  return stored && flat(stored.snapshot);
};
const kept = (result: Result<StoredDocument, string>): StoredDocument => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('saving', () => {
  test('a saved document can be loaded', () => {
    const values = new Map<string, string>();
    const documents = open(values);
    const old = kept(documents.save('a', first, null));
    kept(documents.save('a', second, old));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
    expect([...values.keys()].filter((key) => key.includes('/bytes/'))).toHaveLength(1);
    expect(documents.load('b')).toEqual({ stored: null, problem: null });
  });

  test('saving fails if the stored data does not read back', () => {
    const values = new Map<string, string>();
    const lossy = { ...storage(values), set: (key: string, value: string) => void values.set(key, value.slice(0, 50)) };
    expect(openOn(lossy).save('a', first, null)).toEqual({
      ok: false,
      error: 'the stored data does not match what was written',
    });
  });

  test('saving removes the copy that it replaces unless another tab has changed it', () => {
    const values = new Map<string, string>();
    const documents = open(values);
    const old = kept(documents.save('a', first, null));
    kept(documents.save('b', second, old));
    expect([...values.keys()].some((key) => key.includes('/a'))).toBe(false);

    const other = kept(documents.save('c', first, null));
    kept(open(values).save('c', second, other));
    kept(documents.save('d', first, other));
    expect([textAt(values, 'c'), textAt(values, 'd')]).toEqual(['enable; pause; resume', 'enable; pause']);
  });

  test('the last twenty copies that a document replaced lead to it', () => {
    const documents = open(new Map());
    let last: StoredDocument | null = null;
    for (let n = 0; n < 30; n++) last = kept(documents.save(`d${n}`, first, last));
    const found = Array.from({ length: 30 }, (_, n) => documents.load(`d${n}`).stored?.id);
    expect(found.filter((id) => id === 'd29')).toHaveLength(21);
    expect(found.slice(0, 9)).toEqual(Array(9).fill(undefined));
  });

  test('a document under an id at which something else stands gets an id of its own', () => {
    const values = new Map<string, string>();
    const documents = open(values);
    const old = kept(documents.save('a', first, null));
    const elsewhere = kept(documents.save('a', second, old));
    for (const stale of [null, old]) {
      const saved = kept(documents.save('a', first, stale));
      expect(saved.id).not.toBe('a');
      expect([textAt(values, 'a'), textAt(values, saved.id)]).toEqual(['enable; pause; resume', 'enable; pause']);
    }
    expect(kept(documents.save('a', first, elsewhere)).id).toBe('a');
  });

  test('loading a replaced copy yields its replacement', () => {
    const values = new Map<string, string>();
    const documents = open(values);
    const a = kept(documents.save('a', first, null));
    const b = kept(documents.save('b', first, a));
    kept(documents.save('c', second, b));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
  });
});

describe('list of documents', () => {
  test('the list has the newest first, with titles or first events and descriptions', () => {
    const documents = open(new Map());
    kept(documents.save('a', { ...first, document: { ...first.document, title: 'six calls' } }, null));
    kept(documents.save('b', stateOf('enable; set k1; set k2; set k3; disable'), null));
    expect(documents.list()).toMatchObject([
      {
        id: 'b',
        title: 'enable; set k1; set k2; set k3 …',
        about: 'v6, arm64 7.0, 5 events',
        size: expect.any(Number),
      },
      { id: 'a', title: 'six calls', about: 'v6, arm64 7.0, 2 events: enable; pause' },
    ]);
    documents.remove('b');
    expect(documents.list().map(({ id }) => id)).toEqual(['a']);
    expect(documents.load('b')).toEqual({ stored: null, problem: null });
  });

  test('any number of documents is kept: none is deleted unasked', () => {
    const values = new Map<string, string>();
    const documents = open(values);
    for (let n = 0; n < 130; n++) kept(documents.save(`d${n}`, first, null));
    expect(documents.list()).toHaveLength(130);
    expect(documents.has('d0')).toBe(true);
  });

  test('the list includes entries of an older page', () => {
    const values = new Map<string, string>();
    kept(open(values).save('a', first, null));
    const key = [...values.keys()].find((one) => one.includes('/doc/')) ?? '';
    const { about: _about, size: _size, ...older } = JSON.parse(values.get(key) ?? '');
    values.set(key, JSON.stringify(older));
    expect(open(values).list()).toMatchObject([{ id: 'a', about: '', size: 0 }]);
    expect(textAt(values, 'a')).toBe('enable; pause');
  });
});
