import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revisions } from '../../engine/revisions/index.ts';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { LIMITS } from '../../notation/text/limits.ts';
import { printProgram } from '../../notation/text/print.ts';
import { commands } from '../commands/index.ts';
import { applySetup } from '../document/setup.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, stateOf } from '../testing.ts';
import { exceedsSnapshotLimit, readSnapshot, writeSnapshot } from './document-snapshot.ts';

const plain = ({ document, cursor, caret, past, future }: AppState) => ({ document, cursor, caret, past, future });
const reason = (change: Record<string, unknown>) => {
  const read = readSnapshot(JSON.stringify({ ...JSON.parse(writeSnapshot(stateOf('enable', 1))), ...change }));
  return read.ok ? 'read' : read.error;
};

describe('valid snapshots', () => {
  test('a snapshot restores playhead, history and setup', () => {
    let state = done(stateOf('enable # why', 1), 'add-pause', 'first', 'into');
    state = applyTransaction(state, applySetup(state, { revision: 'v3', checks: 'off' }));
    state = done(state, 'add-set', 'undo');
    expect(readSnapshot(writeSnapshot(state))).toEqual({ ok: true, value: plain(state) });
  });

  test('a snapshot restores an invalid text and the last valid program', () => {
    const state = stateOf('enable', 1);
    const wrong = applyTransaction(state, applyTextEdit(state, 'enable\nenabel', 0));
    expect(readSnapshot(writeSnapshot(wrong))).toEqual({ ok: true, value: plain(wrong) });
  });

  test('a snapshot restores every program', () => {
    forAll(arbitraryProgram(), (program) => {
      const state = stateOf(printProgram(program));
      expect(readSnapshot(writeSnapshot(state))).toEqual({ ok: true, value: plain(state) });
    });
  });

  test('a snapshot keeps the entries nearest to the present of a long history', () => {
    let state = stateOf(`# ${'x'.repeat(30_000)}\nenable`, 1);
    for (let i = 0; i < 8; i++) state = done(state, 'add-sleep');
    const read = readSnapshot(writeSnapshot(done(state, 'undo')));
    expect(read.ok && [read.value.past.length, read.value.past.at(-1)?.name]).toEqual([
      3,
      'insert sleep at position 8',
    ]);
  });
});

/** A state whose text has a mistake after a valid text. */
const mistaken = (valid: string, text: string): AppState => {
  const state = stateOf('sleep');
  const whole = applyTransaction(state, applyTextEdit(state, valid, 0));
  return applyTransaction(whole, applyTextEdit(whole, text, 10_000));
};

describe('limits', () => {
  test('a mistake after a short text of many events is saved with that text, not with a printed program', () => {
    const state = mistaken('repeat 60000 { enable } # precious', 'repeat 60000 { enable } # precious\nenabel');
    const json = writeSnapshot(state);
    expect(json.length).toBeLessThan(1000);
    expect(readSnapshot(json)).toEqual({ ok: true, value: plain(state) });
  });

  test.each([
    ['of as many characters as a text may have', `enable # ${'x'.repeat(LIMITS.text - 9)}`],
    ['with a mistake at the very end', `${'\n'.repeat(LIMITS.text - 6)}enabel`],
    ['of characters that JSON escapes', `enable # ${'\u0001'.repeat(LIMITS.text - 9)}`],
    ['of a million events', 'repeat 1000000 { enable }'],
    ['that nests as deep as it may', `${'repeat 1 { '.repeat(60)}enable${' }'.repeat(60)}`],
    ['that looks like a table of 70,000 rows', Array.from({ length: 70_000 }, (_, n) => `${n + 1} enable`).join('\n')],
  ])('a text %s survives', (_what, text) => {
    const state = applyTransaction(stateOf('sleep'), applyTextEdit(stateOf('sleep'), text, 0));
    expect(exceedsSnapshotLimit(state)).toBeNull();
    const read = readSnapshot(writeSnapshot(state));
    expect(read.ok && { ...read.value, past: [], future: [] }).toEqual({ ...plain(state), past: [], future: [] });
  });

  test('a text of one character more is not saved, and the reason is given', () => {
    const text = 'x'.repeat(LIMITS.text + 1);
    const state = applyTransaction(stateOf('sleep'), applyTextEdit(stateOf('sleep'), text, 0));
    expect(exceedsSnapshotLimit(state)).toBe('the text has 4194305 characters (at most 4194304)');
    expect(state.document.problems).toHaveLength(1);
  });

  test('every state that edits lead to survives', () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom('', 'enabel', 'repeat 3 {', 'note "', '}'), arbitraryProgram().map(printProgram)),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const edits = fc.array(fc.constantFrom('add-pause', 'add-set', 'undo', 'redo', 'first', 'last'), { maxLength: 6 });
    forAll(fc.tuple(texts, edits), ([all, ids]) => {
      let state = stateOf('enable');
      all.forEach((text, n) => {
        state = applyTransaction(state, applyTextEdit(state, text, 10_000 * n));
      });
      for (const id of ids) if (commands.get(id).when(state, {}) === true) state = done(state, id);
      expect(readSnapshot(writeSnapshot(state))).toEqual({ ok: true, value: plain(state) });
    });
  });
});

describe('invalid snapshots', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ v: 2 }, 'its version is 2, this page reads version 1'],
    [{ v: 'x'.repeat(60) }, `its version is ${'x'.repeat(37)}..., this page reads version 1`],
    [{ v: ['x'.repeat(60)] }, 'its version is not a number, this page reads version 1'],
    [{ v: { toString: 1, valueOf: 1 } }, 'its version is not a number, this page reads version 1'],
    [
      { setup: { ...stateOf('').document.setup, revision: 'x'.repeat(60) } },
      `no revision "${'x'.repeat(37)}...": one of ${revisions.ids.join(', ')}`,
    ],
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
  ])('a snapshot with %o is rejected: %s', (change, expected) => {
    expect(reason(change)).toBe(expected);
  });

  test('a snapshot with an unknown revision is rejected', () => {
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

  test('an invalid playhead or history is dropped', () => {
    const odd = { cursor: { slot: -5, moment: 'x' }, caret: 1.5, past: [{ name: 3 }], future: 'none' };
    const read = readSnapshot(JSON.stringify({ ...JSON.parse(writeSnapshot(stateOf('enable'))), ...odd }));
    expect(read.ok && read.value).toMatchObject({ cursor: { slot: -1, moment: null }, caret: 0, past: [], future: [] });
  });

  test('no text makes the reader throw, and none changes Object.prototype', () => {
    forAll(fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"v":1},"v":1,"text":"enable"}')), (text) => {
      expect(readSnapshot(text).ok).toBe(false);
      expect({}).not.toHaveProperty('v');
    });
  });
});
