import { describe, expect, test } from 'vitest';
import { done, flat, stateOf, storage } from '../testing.ts';
import type { Shelved } from './document-storage.ts';
import { MOST_DOCUMENTS, shelfOn } from './document-storage.ts';
import { writeSaved } from './saved.ts';

const first = done(stateOf('enable', 1), 'add-pause');
const second = done(first, 'add-resume');
let time = 0;
const clock = { today: () => ++time };
const textAt = (values: Map<string, string>, id: string) => {
  const { shelved } = shelfOn(storage(values), clock).load(id);
  return shelved && flat(shelved.saved);
};
const kept = (result: ReturnType<ReturnType<typeof shelfOn>['save']>): Shelved => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('saving', () => {
  test('writes what is loaded again', () => {
    const values = new Map<string, string>();
    const shelf = shelfOn(storage(values), clock);
    kept(shelf.save('a', first, null));
    kept(shelf.save('a', second, null));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
    expect([...values.keys()].filter((key) => key.includes('/bytes/'))).toHaveLength(1);
    expect(shelf.load('b')).toEqual({ shelved: null, damaged: null });
  });

  test('that fails at any call of the storage leaves a whole document, the old or the new', () => {
    for (const broken of ['from', 'once'] as const) {
      for (let n = 1; ; n++) {
        const values = new Map<string, string>();
        kept(shelfOn(storage(values), clock).save('a', first, null));
        const failing = storage(values, (call) => (broken === 'once' ? call === n : call >= n));
        const result = shelfOn(failing, clock).save('a', second, null);
        const whole = result.ok ? ['enable; pause; resume'] : ['enable; pause', 'enable; pause; resume'];
        expect(whole).toContain(textAt(values, 'a'));
        if (!result.ok) expect(result.error).toContain('quota');
        if (failing.calls() < n) break;
      }
    }
  });

  test('that does not read back the same is no success', () => {
    const values = new Map<string, string>();
    const lossy = { ...storage(values), set: (key: string, value: string) => void values.set(key, value.slice(0, 50)) };
    expect(shelfOn(lossy, clock).save('a', first, null)).toEqual({
      ok: false,
      error: 'what was written did not read back the same',
    });
  });

  test('takes an older copy away, but not one that somebody else wrote to since', () => {
    const values = new Map<string, string>();
    const shelf = shelfOn(storage(values), clock);
    const old = kept(shelf.save('a', first, null));
    kept(shelf.save('b', second, old));
    expect([...values.keys()].some((key) => key.includes('/a'))).toBe(false);

    const other = kept(shelf.save('c', first, null));
    kept(shelfOn(storage(values), clock).save('c', second, null));
    kept(shelf.save('d', first, other));
    expect([textAt(values, 'c'), textAt(values, 'd')]).toEqual(['enable; pause; resume', 'enable; pause']);
  });

  test('who asks for a copy that was taken away gets what replaced it', () => {
    const values = new Map<string, string>();
    const shelf = shelfOn(storage(values), clock);
    const a = kept(shelf.save('a', first, null));
    const b = kept(shelf.save('b', first, a));
    kept(shelf.save('c', second, b));
    expect(textAt(values, 'a')).toBe('enable; pause; resume');
  });
});

describe('the list', () => {
  test('has the newest first, each by its title or its first events, with what it is', () => {
    const shelf = shelfOn(storage(), clock);
    kept(shelf.save('a', { ...first, document: { ...first.document, title: 'six calls' } }, null));
    kept(shelf.save('b', stateOf('enable; set k1; set k2; set k3; disable'), null));
    expect(shelf.list()).toMatchObject([
      { id: 'b', title: 'enable; set k1; set k2; set k3 …', about: 'v6, arm64 7.0, 5 rows', size: expect.any(Number) },
      { id: 'a', title: 'six calls', about: 'v6, arm64 7.0, 2 rows: enable; pause' },
    ]);
    shelf.remove('b');
    expect(shelf.list().map(({ id }) => id)).toEqual(['a']);
    expect(shelf.load('b')).toEqual({ shelved: null, damaged: null });
  });

  test('has an end: one more, and the oldest goes', () => {
    const values = new Map<string, string>();
    const shelf = shelfOn(storage(values), clock);
    for (let n = 0; n < MOST_DOCUMENTS + 2; n++) kept(shelf.save(`d${n}`, first, null));
    kept(shelf.save(`d${MOST_DOCUMENTS}`, second, null));
    expect(shelf.list()).toHaveLength(MOST_DOCUMENTS);
    expect([shelf.has('d1'), shelf.has('d2')]).toEqual([false, true]);
    expect(values.size).toBe(2 * MOST_DOCUMENTS);
  });

  test('takes what an older page wrote', () => {
    const values = new Map<string, string>();
    kept(shelfOn(storage(values), clock).save('a', first, null));
    const key = [...values.keys()].find((one) => one.includes('/doc/')) ?? '';
    const { about: _about, size: _size, ...older } = JSON.parse(values.get(key) ?? '');
    values.set(key, JSON.stringify(older));
    expect(shelfOn(storage(values), clock).list()).toMatchObject([{ id: 'a', about: '', size: 0 }]);
    expect(textAt(values, 'a')).toBe('enable; pause');
  });
});

describe('damage', () => {
  test('at any byte neither stops the page nor loses what was there', () => {
    const values = new Map<string, string>();
    kept(shelfOn(storage(values), clock).save('a', first, null));
    for (const [key, whole] of values) {
      for (let i = 0; i < whole.length; i += 3) {
        for (const damaged of [
          whole.slice(0, i),
          whole.slice(0, i) + String.fromCharCode(whole.charCodeAt(i) ^ 1) + whole.slice(i + 1),
        ]) {
          const now = new Map(values).set(key, damaged);
          const { shelved } = shelfOn(storage(now), clock).load('a');
          const readable = shelved !== null && flat(shelved.saved) === 'enable; pause';
          expect(readable || [...now.values()].includes(damaged)).toBe(true);
        }
      }
    }
  });

  test('is said, with the bytes, and they are put aside under a key of their own', () => {
    const values = new Map<string, string>();
    kept(shelfOn(storage(values), clock).save('a', first, null));
    const [key = ''] = [...values.keys()].filter((one) => one.includes('/bytes/'));
    values.set(key, '{"v":1,"text"');
    const { shelved, damaged } = shelfOn(storage(values), clock).load('a');
    expect(shelved).toBeNull();
    expect(damaged).toEqual({ reason: 'its bytes have changed since they were written', original: '{"v":1,"text"' });
    expect([...values]).toEqual([['lazymmu/1/unreadable/a/0', '{"v":1,"text"']]);
  });

  test('stays where it is while there is no room to put it aside', () => {
    const values = new Map([['lazymmu/1/bytes/a/0', 'x']]);
    const full = {
      ...storage(values),
      set: () => {
        throw new Error('full');
      },
    };
    expect(shelfOn(full, clock).load('a').damaged?.original).toBe('x');
    expect(values.get('lazymmu/1/bytes/a/0')).toBe('x');
  });

  test('of the newest bytes gives the ones before, where a page was killed between the two', () => {
    const values = new Map<string, string>();
    kept(shelfOn(storage(values), clock).save('a', first, null));
    kept(shelfOn(storage(values), clock).save('a', second, null));
    const [key = ''] = [...values.keys()].filter((one) => one.includes('/bytes/'));
    values.set(key.replace(/.$/, key.endsWith('0') ? '1' : '0'), writeSaved(first));
    values.set(key, 'torn');
    const { shelved, damaged } = shelfOn(storage(values), clock).load('a');
    expect(shelved && flat(shelved.saved)).toBe('enable; pause');
    expect(shelved?.bytes).toBeNull();
    expect(damaged?.reason).toBe('its bytes have changed since they were written');
    kept(shelfOn(storage(values), clock).save('b', second, shelved));
    expect(values.get(key)).toBe('torn');
  });

  test('of a version to come is not touched', () => {
    const values = new Map([['lazymmu/2/doc/a', '{}']]);
    expect(shelfOn(storage(values), clock).load('a')).toEqual({ shelved: null, damaged: null });
    expect([...values]).toEqual([['lazymmu/2/doc/a', '{}']]);
  });
});
