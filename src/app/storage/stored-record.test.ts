import { describe, expect, test } from 'vitest';
import { stateOf } from '../testing.ts';
import { writeSnapshot } from './document-snapshot.ts';
import { checksum, findProblem, isPointerKey, movedId, moveKey, parsePointer, recordOfKey } from './stored-record.ts';

const BYTES = writeSnapshot(stateOf('enable'));
const POINTER = { slot: 0, sum: checksum(BYTES), at: 1, title: 'a', about: 'b', size: 3, own: true, from: ['x'] };

describe('a key', () => {
  test.each([
    ['lazymmu/1/doc/a', 'a'],
    ['lazymmu/1/bytes/a/0', 'a'],
    ['lazymmu/1/bytes/a/10', 'a'],
    ['lazymmu/1/unreadable/abc/0', 'unreadable/abc'],
    ['lazymmu/1/unreadable/abc/12', 'unreadable/abc'],
    ['lazymmu/2/doc/a', null],
    ['lazymmu/1/preferences', null],
    ['lazymmu/1/x/doc/a', null],
    ['lazymmu/1/doc/a/b', null],
    ['lazymmu/1/bytes/a/0/1', null],
    ['lazymmu/1/unreadable/a/0/1', null],
  ])('%s belongs to the record %s', (key, id) => {
    expect(recordOfKey(key)).toBe(id);
  });

  test('is that of a pointer or not', () => {
    expect(['lazymmu/1/doc/a', 'lazymmu/1/bytes/a/0', 'a/lazymmu/1/doc/'].map(isPointerKey)).toEqual([
      ...[true, false, false],
    ]);
  });

  test('keeps its piece under another id', () => {
    expect(['lazymmu/1/doc/a', 'lazymmu/1/bytes/a/1'].map((key) => moveKey(key, 'b'))).toEqual([
      ...['lazymmu/1/doc/b', 'lazymmu/1/bytes/b/1'],
    ]);
  });
});

describe('a pointer', () => {
  test('of an earlier form gets what it lacks', () => {
    const { slot, sum, at } = POINTER;
    expect(parsePointer(JSON.stringify({ slot, sum, at }))).toEqual({
      ...{ slot, sum, at },
      ...{ title: '', about: '', size: 0, own: true, from: [] },
    });
    expect(parsePointer(JSON.stringify({ ...POINTER, from: 'x' }))?.from).toEqual([]);
    expect(parsePointer(JSON.stringify({ ...POINTER, from: ['x', 7, null, 'y'] }))?.from).toEqual(['x', 'y']);
  });

  test.each([null, '', 'null', '{}', '{"slot":2,"sum":0,"at":1}', '{"slot":0,"sum":"0","at":1}'])(
    '%s is none',
    (json) => {
      expect(parsePointer(json)).toBeNull();
    },
  );
});

describe('the problem of a record', () => {
  const problemOf = (pointer: string | null, bytes: string | null, id = 'a') =>
    findProblem({ id, pointer, slots: [bytes, null] });
  const pointTo = (bytes: string) => JSON.stringify({ ...POINTER, sum: checksum(bytes) });

  test('is none where the bytes are whole and of this version', () => {
    expect(problemOf(pointTo(BYTES), BYTES)).toBeNull();
  });

  test.each([
    ['damaged', 'its data is missing', pointTo(BYTES), null],
    ['damaged', 'its data has changed since it was saved', pointTo(BYTES), `${BYTES} `],
    ['damaged', 'its index entry is missing', null, BYTES],
    ['damaged', 'its index entry cannot be read', '{}', BYTES],
    ['damaged', 'its index entry cannot be read', '7', null],
    ['newer', 'its index entry has an unknown form', '{}', '{"v":2}'],
    ['newer', 'its version is 2, this page reads version 1', pointTo('{"v":2}'), '{"v":2}'],
    ['newer', 'it is not JSON', pointTo('{'), '{'],
    ['newer', 'it is not a document', pointTo('7'), '7'],
    ['newer', 'its setup is not valid', pointTo('{"v":1,"setup":{}}'), '{"v":1,"setup":{}}'],
  ] as const)('is that it is %s: %s', (kind, reason, pointer, bytes) => {
    expect(problemOf(pointer, bytes)).toEqual({ kind, reason });
  });

  test('is that an earlier version moved it away', () => {
    const reason = 'an earlier version of this page could not read it';
    expect(problemOf(null, BYTES, movedId('a'))).toEqual({ kind: 'damaged', reason });
    expect(problemOf(null, BYTES, 'aunreadable/')).toMatchObject({ reason: 'its index entry is missing' });
  });
});
