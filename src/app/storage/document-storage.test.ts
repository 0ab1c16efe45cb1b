import { describe, expect, test } from 'vitest';
import type { StoredDocument } from '../state/stored-document.ts';
import { done, flat, stateOf, storage } from '../testing.ts';
import { writeSnapshot } from './document-snapshot.ts';
import { createDocumentStorage, MAX_DOCUMENTS } from './document-storage.ts';

const first = done(stateOf('enable', 1), 'add-pause');
const second = done(first, 'add-resume');
let time = 0;
const clock = { today: () => ++time };
const textAt = (values: Map<string, string>, id: string) => {
  const { stored } = createDocumentStorage(storage(values), clock).load(id);
  return stored && flat(stored.snapshot);
};
const kept = (result: ReturnType<ReturnType<typeof createDocumentStorage>['save']>): StoredDocument => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('saving', () => {
  test('a saved document can be loaded', () => {
    const values = new Map<string, string>();
    const documents = createDocumentStorage(storage(values), clock);
    kept(documents.save('a', first, null));
    kept(documents.save('a', second, null));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
    expect([...values.keys()].filter((key) => key.includes('/bytes/'))).toHaveLength(1);
    expect(documents.load('b')).toEqual({ stored: null, damaged: null });
  });

  test('a failure of any storage call leaves the old or the new document intact', () => {
    for (const broken of ['from', 'once'] as const) {
      for (let n = 1; ; n++) {
        const values = new Map<string, string>();
        kept(createDocumentStorage(storage(values), clock).save('a', first, null));
        const failing = storage(values, (call) => (broken === 'once' ? call === n : call >= n));
        const result = createDocumentStorage(failing, clock).save('a', second, null);
        const whole = result.ok ? ['enable; pause; resume'] : ['enable; pause', 'enable; pause; resume'];
        expect(whole).toContain(textAt(values, 'a'));
        if (!result.ok) expect(result.error).toContain('quota');
        if (failing.calls() < n) break;
      }
    }
  });

  test('saving fails if the stored data does not read back', () => {
    const values = new Map<string, string>();
    const lossy = { ...storage(values), set: (key: string, value: string) => void values.set(key, value.slice(0, 50)) };
    expect(createDocumentStorage(lossy, clock).save('a', first, null)).toEqual({
      ok: false,
      error: 'the stored data does not match what was written',
    });
  });

  test('saving removes the copy that it replaces unless another tab has changed it', () => {
    const values = new Map<string, string>();
    const documents = createDocumentStorage(storage(values), clock);
    const old = kept(documents.save('a', first, null));
    kept(documents.save('b', second, old));
    expect([...values.keys()].some((key) => key.includes('/a'))).toBe(false);

    const other = kept(documents.save('c', first, null));
    kept(createDocumentStorage(storage(values), clock).save('c', second, null));
    kept(documents.save('d', first, other));
    expect([textAt(values, 'c'), textAt(values, 'd')]).toEqual(['enable; pause; resume', 'enable; pause']);
  });

  test('loading a replaced copy yields its replacement', () => {
    const values = new Map<string, string>();
    const documents = createDocumentStorage(storage(values), clock);
    const a = kept(documents.save('a', first, null));
    const b = kept(documents.save('b', first, a));
    kept(documents.save('c', second, b));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
  });
});

describe('list of documents', () => {
  test('the list has the newest first, with titles or first events and descriptions', () => {
    const documents = createDocumentStorage(storage(), clock);
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
    expect(documents.load('b')).toEqual({ stored: null, damaged: null });
  });

  test('saving beyond the limit removes the oldest document', () => {
    const values = new Map<string, string>();
    const documents = createDocumentStorage(storage(values), clock);
    for (let n = 0; n < MAX_DOCUMENTS + 2; n++) kept(documents.save(`d${n}`, first, null));
    kept(documents.save(`d${MAX_DOCUMENTS}`, second, null));
    expect(documents.list()).toHaveLength(MAX_DOCUMENTS);
    expect([documents.has('d1'), documents.has('d2')]).toEqual([false, true]);
    expect(values.size).toBe(2 * MAX_DOCUMENTS);
  });

  test('the list includes entries of an older page', () => {
    const values = new Map<string, string>();
    kept(createDocumentStorage(storage(values), clock).save('a', first, null));
    const key = [...values.keys()].find((one) => one.includes('/doc/')) ?? '';
    const { about: _about, size: _size, ...older } = JSON.parse(values.get(key) ?? '');
    values.set(key, JSON.stringify(older));
    expect(createDocumentStorage(storage(values), clock).list()).toMatchObject([{ id: 'a', about: '', size: 0 }]);
    expect(textAt(values, 'a')).toBe('enable; pause');
  });
});

describe('damaged storage', () => {
  test('damage at any byte neither throws nor loses the stored data', () => {
    const values = new Map<string, string>();
    kept(createDocumentStorage(storage(values), clock).save('a', first, null));
    for (const [key, whole] of values) {
      for (let i = 0; i < whole.length; i += 3) {
        for (const damaged of [
          whole.slice(0, i),
          whole.slice(0, i) + String.fromCharCode(whole.charCodeAt(i) ^ 1) + whole.slice(i + 1),
        ]) {
          const now = new Map(values).set(key, damaged);
          const { stored } = createDocumentStorage(storage(now), clock).load('a');
          const readable = stored !== null && flat(stored.snapshot) === 'enable; pause';
          expect(readable || [...now.values()].includes(damaged)).toBe(true);
        }
      }
    }
  });

  test('damage is reported with the original data, which moves to a separate key', () => {
    const values = new Map<string, string>();
    kept(createDocumentStorage(storage(values), clock).save('a', first, null));
    const [key = ''] = [...values.keys()].filter((one) => one.includes('/bytes/'));
    values.set(key, '{"v":1,"text"');
    const { stored, damaged } = createDocumentStorage(storage(values), clock).load('a');
    expect(stored).toBeNull();
    expect(damaged).toEqual({ reason: 'the stored data has changed since it was written', original: '{"v":1,"text"' });
    expect([...values]).toEqual([['lazymmu/1/unreadable/a/0', '{"v":1,"text"']]);
  });

  test('damaged data stays in place while storage is full', () => {
    const values = new Map([['lazymmu/1/bytes/a/0', 'x']]);
    const full = {
      ...storage(values),
      set: () => {
        throw new Error('full');
      },
    };
    expect(createDocumentStorage(full, clock).load('a').damaged?.original).toBe('x');
    expect(values.get('lazymmu/1/bytes/a/0')).toBe('x');
  });

  test('the previous version is loaded if the newest one was only partly written', () => {
    const values = new Map<string, string>();
    kept(createDocumentStorage(storage(values), clock).save('a', first, null));
    kept(createDocumentStorage(storage(values), clock).save('a', second, null));
    const [key = ''] = [...values.keys()].filter((one) => one.includes('/bytes/'));
    values.set(key.replace(/.$/, key.endsWith('0') ? '1' : '0'), writeSnapshot(first));
    values.set(key, 'torn');
    const { stored, damaged } = createDocumentStorage(storage(values), clock).load('a');
    expect(stored && flat(stored.snapshot)).toBe('enable; pause');
    expect(stored?.bytes).toBeNull();
    expect(damaged?.reason).toBe('the stored data has changed since it was written');
    kept(createDocumentStorage(storage(values), clock).save('b', second, stored));
    expect(values.get(key)).toBe('torn');
  });

  test('data of a later version is left alone', () => {
    const values = new Map([['lazymmu/2/doc/a', '{}']]);
    expect(createDocumentStorage(storage(values), clock).load('a')).toEqual({ stored: null, damaged: null });
    expect([...values]).toEqual([['lazymmu/2/doc/a', '{}']]);
  });
});
