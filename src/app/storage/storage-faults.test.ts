/**
 * Holds `document-storage.ts`, the records and the forms below it to their promises: faults of the browser's storage, each
 * injected at every place where it can happen.
 */

import { describe, expect, test } from 'vitest';
import type { Result } from '../../lib/result.ts';
import type { KeyValue } from '../state/services.ts';
import type { DocumentSnapshot, StoredDocument } from '../state/stored-document.ts';
import { done, flat, stateOf, storage } from '../testing.ts';
import { writeSnapshot } from './document-snapshot.ts';
import { createDocumentStorage } from './document-storage.ts';

const first = done(stateOf('enable', 1), 'add-pause');
const second = done(first, 'add-resume');
let time = 1_700_000_000_000;
let lastId = 0;
const openOn = (values: KeyValue) =>
  createDocumentStorage(values, { clock: { today: () => ++time }, newId: () => `new${++lastId}` });
const open = (values: Map<string, string>) => openOn(storage(values));
const textOf = (snapshot: DocumentSnapshot | undefined) => snapshot && flat({ document: snapshot.document });
const textAt = (values: Map<string, string>, id: string) => textOf(open(values).load(id).stored?.snapshot);

/** Storage in which `a` has the first text, or the second where both are given. */
function saved(...texts: readonly DocumentSnapshot[]) {
  const values = new Map<string, string>();
  let last: StoredDocument | null = null;
  for (const snapshot of texts) last = accepted(open(values).save('a', snapshot, last));
  if (!last) throw new Error('there is nothing to save');
  return { values, last };
}

const accepted = <T>(result: Result<T, string>): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const keyOf = (values: Map<string, string>, part: string) => [...values.keys()].find((key) => key.includes(part)) ?? '';

/** What browsers throw where storage is full. */
const QUOTA_ERRORS: readonly (readonly [string, () => unknown])[] = [
  ['Chrome', () => new DOMException("Failed to execute 'setItem' on 'Storage'", 'QuotaExceededError')],
  ['Firefox', () => new DOMException('The quota has been exceeded.', 'NS_ERROR_DOM_QUOTA_REACHED')],
  ['Safari', () => new DOMException('', 'QuotaExceededError')],
  ['old Internet Explorer', () => new Error('Not enough storage is available to complete this operation.')],
  ['a wrapper', () => 'quota'],
];

describe.each(QUOTA_ERRORS)('the quota error of %s', (_, error) => {
  test.each(['from the', 'at the'] as const)(
    'T1, T7: a failure %s n-th storage call, for all n, leaves the last save or the new one',
    (mode) => {
      for (let n = 1; ; n++) {
        const { values, last } = saved(first);
        const failing = storage(values, (call) => (mode === 'at the' ? call === n : call >= n), error);
        const result = openOn(failing).save('a', second, last);
        const { stored, problem } = open(values).load('a');
        expect(problem).toBeNull();
        expect(result.ok ? ['enable; pause; resume'] : ['enable; pause', 'enable; pause; resume']).toContain(
          textOf(stored?.snapshot),
        );
        if (!result.ok) expect(result.error).not.toBe('');
        // The next attempt, with room again, saves what is in memory; at most one copy too many remains.
        const again = open(values).save('a', second, result.ok ? result.value : last);
        expect(again.ok && textAt(values, again.value.id)).toBe('enable; pause; resume');
        expect(open(values).list().length).toBeLessThanOrEqual(2);
        if (failing.calls() < n) break;
      }
    },
  );

  test('T1: a copy that replaces another document fails without loss at every storage call', () => {
    for (let n = 1; ; n++) {
      const { values, last } = saved(first);
      const failing = storage(values, (call) => call >= n, error);
      const result = openOn(failing).save('b', second, last);
      if (result.ok) expect(textAt(values, 'b')).toBe('enable; pause; resume');
      else expect(textAt(values, 'a')).toBe('enable; pause');
      if (failing.calls() < n) break;
    }
  });
});

test('T7: a page that stops between the new bytes and their pointer leaves the last save, and nothing is hidden', () => {
  for (let n = 1; ; n++) {
    const { values, last } = saved(first);
    const stop = new Error('killed');
    // A killed page makes no further call, not even to tidy up: all its calls from the n-th on have no effect.
    const failing = storage(
      values,
      (call) => call >= n,
      () => stop,
    );
    openOn(failing).save('a', second, last);
    expect(['enable; pause', 'enable; pause; resume']).toContain(textAt(values, 'a'));
    const before = new Map(values);
    open(values).list();
    expect(values).toEqual(before);
    if (failing.calls() < n) break;
  }
});

/** The value damaged at each place: cut off, and with one bit of one character flipped. */
function* damagesOf(whole: string): Generator<string> {
  for (let i = 0; i < whole.length; i++) {
    yield whole.slice(0, i);
    for (const bit of [1, 0x80, 0x8000])
      yield whole.slice(0, i) + String.fromCharCode(whole.charCodeAt(i) ^ bit) + whole.slice(i + 1);
  }
}

test('T5, T6: a flipped or cut byte anywhere in what is stored is found, reported, listed, and nothing is changed', () => {
  const { values } = saved(first);
  for (const [key, whole] of values) {
    for (const damage of damagesOf(whole)) {
      const now = new Map(values).set(key, damage);
      const before = new Map(now);
      const documents = open(now);
      const { stored, problem } = documents.load('a');
      const entry = documents.list().find(({ id }) => id === 'a');
      expect(entry, 'the document is listed').toBeDefined();
      // Damage to a title or a date cannot be seen; all other damage is reported with its cause.
      if (key.includes('/bytes/')) expect(problem?.reason).toBeTruthy();
      expect(problem !== null || textOf(stored?.snapshot) === 'enable; pause').toBe(true);
      if (problem?.opened === 'nothing') expect(entry?.unreadable?.reason).toBe(problem.reason);
      // Continuing with what could be read writes a copy.
      if (problem && stored) documents.save('b', second, stored);
      for (const [name, value] of before) if (problem) expect(now.get(name)).toBe(value);
      expect(documents.readPieces('a').get(key)).toBe(problem ? damage : now.get(key));
    }
  }
});

test('T6: what is downloaded of an unreadable document equals what is stored, and can be stored again', () => {
  for (const damage of ['', '{"v":1', '\ud800 a lone surrogate', '\u0000']) {
    const { values } = saved(first);
    const key = keyOf(values, '/bytes/');
    values.set(key, damage);
    const pieces = open(values).readPieces('a');
    expect(Object.fromEntries(pieces)).toEqual(Object.fromEntries(values));
    const elsewhere = new Map<string, string>();
    expect(accepted(open(elsewhere).writePieces(pieces))).toBe('a');
    expect(elsewhere).toEqual(values);
    // Where the id is taken, the pieces get another.
    const id = accepted(open(values).writePieces(pieces));
    expect(values.get(key.replace('/a/', `/${id}/`))).toBe(damage);
  }
});

test('T6: only a request of the user deletes what cannot be read, and then all of it', () => {
  const { values } = saved(first);
  const key = keyOf(values, '/bytes/');
  values.set(key, 'torn').set('lazymmu/1/bytes/a/7', 'of a newer version').set('lazymmu/2/doc/a', '{}');
  const before = new Map(values);
  const documents = open(values);
  documents.load('a');
  documents.list();
  documents.findNewest(() => true);
  for (let n = 0; n < 120; n++) documents.save(`d${n}`, second, null);
  for (const [name, value] of before) expect(values.get(name)).toBe(value);
  documents.remove('a');
  expect([...before.keys()].filter((name) => values.has(name))).toEqual(['lazymmu/2/doc/a']);
});

describe('what a save may replace', () => {
  const other = (key: string) => key.replace(/.$/, key.endsWith('0') ? '1' : '0');

  test.each([
    ['bytes of an interrupted save that cannot be read', (key: string) => other(key)],
    ['a piece of a newer version', () => 'lazymmu/1/bytes/a/7'],
  ])('T6: %s beside a known document keeps both where they are', (_, keyFor) => {
    const { values, last } = saved(first);
    values.set(keyFor(keyOf(values, '/bytes/')), '{"v":2}');
    const before = new Map(values);
    for (const id of ['a', 'b']) {
      expect(accepted(open(values).save(id, second, last)).id).not.toBe('a');
      for (const [key, value] of before) expect(values.get(key)).toBe(value);
    }
  });

  test('an interrupted save that can be read gives way to the next one', () => {
    const { values, last } = saved(first);
    values.set(other(keyOf(values, '/bytes/')), writeSnapshot(second));
    expect(accepted(open(values).save('a', second, last)).id).toBe('a');
    expect(values.size).toBe(2);
  });

  test('a document with the same bytes under another id is not replaced', () => {
    const { values, last } = saved(first);
    expect(accepted(open(values).save('a', second, { ...last, id: 'twin' })).id).not.toBe('a');
    expect(textAt(values, 'a')).toBe('enable; pause');
  });

  test('T1: a write that does not read back leaves exactly what was stored before', () => {
    for (const part of ['/bytes/', '/doc/']) {
      for (const { values, last } of [{ values: new Map<string, string>(), last: null }, saved(first)]) {
        const before = new Map(values);
        const set = (key: string, value: string) => {
          const isNew = value !== before.get(key);
          values.set(key, key.includes(part) && isNew ? value.slice(0, 9) : value);
        };
        expect(openOn({ ...storage(values), set }).save('a', second, last).ok).toBe(false);
        expect(values).toEqual(before);
      }
    }
  });

  test('T7: a deletion that stops at any storage call leaves the document listed, or nothing of it', () => {
    for (let n = 1; ; n++) {
      const { values } = saved(first);
      const failing = storage(values, (call) => call >= n);
      try {
        openOn(failing).remove('a');
      } catch {
        // Told by whoever asked for it.
      }
      expect(
        open(values)
          .list()
          .map(({ title }) => title),
      ).toEqual(values.size > 0 ? ['enable; pause'] : []);
      if (failing.calls() < n) break;
    }
  });

  test('T7: pieces that are written again up to any storage call leave all of the document, or nothing', () => {
    const { values } = saved(first);
    const pieces = open(values).readPieces('a');
    const pointerFirst = new Map([...pieces].reverse());
    for (const order of [pieces, pointerFirst]) {
      for (let n = 1; ; n++) {
        const now = new Map<string, string>();
        const failing = storage(now, (call) => call === n);
        const written = openOn(failing).writePieces(order);
        expect(now).toEqual(written.ok ? values : new Map());
        const cut = new Map<string, string>();
        openOn(storage(cut, (call) => call >= n)).writePieces(order);
        expect(cut.has('lazymmu/1/doc/a') && !cut.has(keyOf(values, '/bytes/'))).toBe(false);
        if (failing.calls() < n) break;
      }
    }
    expect(open(new Map()).writePieces(new Map()).ok).toBe(false);
  });
});

describe('documents of other versions', () => {
  const setup = { revision: 'v6', backend: 'arm64', era: '7.0', checks: 'kernel', panicOnWarn: false, capacity: null };
  /** Storage with a document whole but changed, as another version might write it. */
  function written(change: Record<string, unknown>) {
    const { values } = saved(first);
    const bytes = JSON.stringify({ ...JSON.parse(writeSnapshot(first)), ...change });
    const key = keyOf(values, '/bytes/');
    const pointer = JSON.parse(values.get('lazymmu/1/doc/a') ?? '');
    values.set(key, bytes).set('lazymmu/1/doc/a', JSON.stringify({ ...pointer, sum: checksumOf(bytes) }));
    return values;
  }
  const checksumOf = (text: string) => {
    let sum = 0x811c9dc5;
    for (const unit of text.split('')) sum = Math.imul(sum ^ unit.charCodeAt(0), 0x01000193);
    return sum >>> 0;
  };

  test.each([
    [{ v: 2 }, 'its version is 2, this page reads version 1'],
    [{ setup: { ...setup, revision: 'v99' } }, 'there is no revision "v99"'],
    [{ setup: { ...setup, era: '9.9' } }, 'there is no kernel release "9.9"'],
    [{ setup: { ...setup, backend: 'riscv' } }, 'there is no architecture "riscv"'],
    [{ setup: 'other' }, 'its setup is not valid'],
    [{ text: 'enable; teleport k1' }, 'it has no program'],
  ])('a document with %j stays as it is, is listed with its cause, and is never replaced', (change, reason) => {
    const values = written(change);
    const before = new Map(values);
    const documents = open(values);
    const { stored, problem } = documents.load('a');
    expect(stored).toBeNull();
    expect(problem).toMatchObject({ kind: 'newer', id: 'a', title: 'enable; pause', opened: 'nothing' });
    expect(problem?.reason).toContain(reason);
    expect(documents.list()).toMatchObject([
      { id: 'a', at: expect.any(Number), title: 'enable; pause', unreadable: { kind: 'newer', hasCopy: false } },
    ]);
    expect(documents.findNewest(() => true)).toBeNull();
    expect(accepted(documents.save('a', second, null)).id).not.toBe('a');
    for (const [key, value] of before) expect(values.get(key)).toBe(value);
  });

  test.each([
    [{ past: [{ name: 'step of a newer version' }] }, '1 undo step could not be read'],
    [{ beside: [{ backend: 'riscv', era: '7.0' }] }, '1 architecture could not be read'],
    [{ colour: 'red' }, 'the field "colour" is unknown'],
    [{ setup: { ...setup, smp: true } }, 'the field "smp" is unknown'],
  ])('a document with %j opens without that, says so, and the original stays', (change, reason) => {
    const values = written(change);
    const before = new Map(values);
    const documents = open(values);
    const { stored, problem } = documents.load('a');
    expect(textOf(stored?.snapshot)).toBe('enable; pause');
    expect(problem).toMatchObject({ kind: 'newer', reason, opened: 'part' });
    // All but that can be opened, so it is listed and offered as any other.
    expect(documents.list()).toMatchObject([{ unreadable: null }]);
    expect(documents.findNewest(() => true)?.id).toBe('a');
    documents.save('b', second, stored);
    for (const [key, value] of before) expect(values.get(key)).toBe(value);
  });

  test('an unreadable document that its own version has saved again is listed like any other', () => {
    const values = written({ text: 'enable; teleport k1' });
    const documents = open(values);
    documents.load('a');
    expect(documents.list()).toMatchObject([{ unreadable: { kind: 'newer' } }]);
    for (const [key, value] of saved(second).values) values.set(key, value);
    expect(documents.list()).toMatchObject([{ unreadable: null }]);
  });

  test.each([
    ['torn', '{"v":2}', 'damaged', 'its index entry cannot be read'],
    ['7', '{"v":2}', 'damaged', 'its index entry cannot be read'],
    ['null', '{"v":2}', 'damaged', 'its index entry cannot be read'],
    ['{"place":"cloud"}', '{"v":2}', 'newer', 'its index entry has an unknown form'],
    ['{"place":"cloud"}', writeSnapshot(first), 'damaged', 'its index entry cannot be read'],
    [null, writeSnapshot(first), 'damaged', 'its index entry is missing'],
    [null, '{"v":2}', 'damaged', 'its index entry is missing'],
    ['{"slot":0,"sum":1,"at":1}', null, 'damaged', 'its data is missing'],
    ['{"slot":1,"sum":1,"at":1}', '{"v":2}', 'damaged', 'its data is missing'],
  ] as const)('T5: the index entry %s with the data %s is listed with its cause', (pointer, bytes, kind, reason) => {
    const values = new Map<string, string>();
    if (pointer !== null) values.set('lazymmu/1/doc/a', pointer);
    if (bytes !== null) values.set('lazymmu/1/bytes/a/0', bytes);
    const before = new Map(values);
    const hasCopy = bytes === writeSnapshot(first);
    expect(open(values).list()).toMatchObject([{ id: 'a', unreadable: { kind, reason, hasCopy } }]);
    const { stored, problem } = open(values).load('a');
    expect([textOf(stored?.snapshot), problem?.kind, problem?.reason]).toEqual([
      hasCopy ? 'enable; pause' : undefined,
      kind,
      reason,
    ]);
    expect(values).toEqual(before);
  });

  test('damage that leaves the last save readable opens it rather than an older copy', () => {
    for (const texts of [[first], [first, second]]) {
      const { values } = saved(...texts);
      const key = keyOf(values, '/bytes/');
      values.set(key.replace(/.$/, key.endsWith('0') ? '1' : '0'), writeSnapshot(first));
      values.set(key, (values.get(key) ?? '').replace('"text":"enable', '"text":"disable'));
      const { stored, problem } = open(values).load('a');
      expect(textOf(stored?.snapshot)).toMatch(/^disable/);
      expect(problem?.opened).toBe('damaged');
    }
  });

  test('a pointer with a field of a newer version is never rewritten', () => {
    const { values } = saved(first);
    const pointer = values.get('lazymmu/1/doc/a') ?? '';
    values.set('lazymmu/1/doc/a', pointer.replace('{', '{"tags":["x"],'));
    const before = new Map(values);
    const { stored, problem } = open(values).load('a');
    expect([textOf(stored?.snapshot), problem]).toEqual(['enable; pause', null]);
    open(values).save('a', second, stored);
    for (const [key, value] of before) expect(values.get(key)).toBe(value);
  });

  test('bytes that an earlier version moved away are listed and can be opened, if they can be read now', () => {
    const values = new Map([
      ['lazymmu/1/unreadable/a/0', writeSnapshot(first)],
      ['lazymmu/1/unreadable/b/0', 'torn'],
    ]);
    const before = new Map(values);
    const documents = open(values);
    expect(documents.list()).toMatchObject([
      { id: 'unreadable/a', at: null, unreadable: { kind: 'damaged', hasCopy: true } },
      { id: 'unreadable/b', at: null, unreadable: { kind: 'damaged', hasCopy: false } },
    ]);
    const { stored } = documents.load('a');
    expect(textOf(stored?.snapshot)).toBe('enable; pause');
    documents.save('c', second, stored);
    for (const [key, value] of before) expect(values.get(key)).toBe(value);
    documents.remove('unreadable/b');
    expect(values.has('lazymmu/1/unreadable/b/0')).toBe(false);
  });

  test('an older copy beside an unreadable last save is opened, which is said', () => {
    const { values } = saved(first, second);
    const key = keyOf(values, '/bytes/');
    values.set(key.replace(/.$/, key.endsWith('0') ? '1' : '0'), writeSnapshot(first)).set(key, 'torn');
    const { stored, problem } = open(values).load('a');
    expect(textOf(stored?.snapshot)).toBe('enable; pause');
    expect(problem).toMatchObject({ opened: 'older', reason: 'its data has changed since it was saved' });
    expect(open(values).list()).toMatchObject([{ unreadable: { hasCopy: true } }]);
  });

  test('keys of other versions are neither listed nor touched', () => {
    const values = new Map([['lazymmu/2/doc/a', '{}']]);
    expect(open(values).load('a')).toEqual({ stored: null, problem: null });
    expect(open(values).list()).toEqual([]);
    expect([...values]).toEqual([['lazymmu/2/doc/a', '{}']]);
  });
});
