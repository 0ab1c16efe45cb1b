import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { printProgram } from '../../notation/text/print.ts';
import { applySetup } from '../document/setup.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, stateOf } from '../testing.ts';
import { readSnapshot, writeSnapshot } from './document-snapshot.ts';

const plain = ({ document, cursor, caret, past, future }: AppState) => ({ document, cursor, caret, past, future });
const reason = (change: Record<string, unknown>) => {
  const read = readSnapshot(JSON.stringify({ ...JSON.parse(writeSnapshot(stateOf('enable', 1))), ...change }));
  return read.ok ? 'read' : read.error;
};

describe('what was written is read back', () => {
  test('with place, history and setup', () => {
    let state = done(stateOf('enable # why', 1), 'add-pause', 'first', 'into');
    state = applyTransaction(state, applySetup(state, { revision: 'v3', checks: 'off' }));
    state = done(state, 'add-set', 'undo');
    expect(readSnapshot(writeSnapshot(state))).toEqual({ ok: true, value: plain(state) });
  });

  test('with a text that is wrong, and the last program that was right', () => {
    const state = stateOf('enable', 1);
    const wrong = applyTransaction(state, applyTextEdit(state, 'enable\nenabel', 0));
    expect(readSnapshot(writeSnapshot(wrong))).toEqual({ ok: true, value: plain(wrong) });
  });

  test('whatever the program', () => {
    forAll(arbitraryProgram(), (program) => {
      const state = stateOf(printProgram(program));
      expect(readSnapshot(writeSnapshot(state))).toEqual({ ok: true, value: plain(state) });
    });
  });

  test('with as much of a long history as has room, the nearest', () => {
    let state = stateOf(`# ${'x'.repeat(30_000)}\nenable`, 1);
    for (let i = 0; i < 8; i++) state = done(state, 'add-sleep');
    const read = readSnapshot(writeSnapshot(done(state, 'undo')));
    expect(read.ok && [read.value.past.length, read.value.past.at(-1)?.name]).toEqual([
      3,
      'insert sleep at position 8',
    ]);
  });
});

describe('what cannot be read says why', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ v: 2 }, 'its version is 2, this page reads version 1'],
    [{ text: 7 }, 'it has no text'],
    [{ text: 'enabel' }, 'it has no program'],
    [{ text: 'enabel', program: 'enabel' }, 'it has no program'],
    [{ title: 'x'.repeat(501) }, 'its title is not a string'],
    [{ setup: null }, 'its setup is not valid'],
    [
      { setup: { revision: 'v6', backend: 'arm64', era: '2.4', checks: 'kernel', capacity: null } },
      'its setup is not valid',
    ],
    [
      { setup: { revision: 'v6', backend: 'arm64', era: '7.0', checks: 'kernel', capacity: 1e9 } },
      'its setup is not valid',
    ],
  ])('%o', (change, expected) => {
    expect(reason(change)).toBe(expected);
  });

  test('a revision that this page does not have', () => {
    const setup = {
      revision: 'patch:12',
      backend: 'arm64',
      era: '7.0',
      checks: 'kernel',
      panicOnWarn: false,
      capacity: null,
    };
    expect(reason({ setup })).toContain('no revision "patch:12"');
  });

  test('a place and a history that are not there are left away', () => {
    const odd = { cursor: { slot: -5, moment: 'x' }, caret: 1.5, past: [{ name: 3 }], future: 'none' };
    const read = readSnapshot(JSON.stringify({ ...JSON.parse(writeSnapshot(stateOf('enable'))), ...odd }));
    expect(read.ok && read.value).toMatchObject({ cursor: { slot: -1, moment: null }, caret: 0, past: [], future: [] });
  });

  test('no bytes do harm, nor does a name from Object', () => {
    forAll(fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"v":1},"v":1,"text":"enable"}')), (text) => {
      expect(readSnapshot(text).ok).toBe(false);
      expect({}).not.toHaveProperty('v');
    });
  });
});
