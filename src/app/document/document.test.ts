import { expect, test } from 'vitest';
import { applyTransaction } from '../state/apply-transaction.ts';
import { readSnapshot, writeSnapshot } from '../storage/document-snapshot.ts';
import { done, programOf, stateOf } from '../testing.ts';
import { openLink } from './open-link.ts';
import { editProgram } from './program-edit.ts';
import { applyTextEdit } from './text-edit.ts';

const HOURS = 'repeat 100000 { set 0..1023 }';
const SAID = 'running it costs as much as 13516800000 calls; the limit is 3000000';

test('typed text that exceeds the budget has that as its problem', () => {
  const state = stateOf('enable');
  const next = applyTransaction(state, applyTextEdit(state, HOURS, 0));
  expect(next.document.problems).toEqual([
    { span: { line: 1, column: 1, start: 0, end: 0 }, message: SAID, expected: 'fewer repeats or smaller ranges' },
  ]);
  expect(next.trace).toBe(state.trace);
  expect(done(next, 'undo').document.text).toBe('enable');
});

test('links, edits and saved documents that exceed the budget are rejected', () => {
  expect(openLink('#1/v6/arm64-7.0/N100000s0-1023./1')).toEqual({ ok: false, error: SAID });
  const state = stateOf('enable', 1);
  const refused = editProgram(state, { label: 'add much', program: programOf(HOURS), caret: 0 });
  expect(refused.notices).toMatchObject([{ text: `Could not add much: ${SAID}.` }]);
  const saved = JSON.stringify({ ...JSON.parse(writeSnapshot(state)), text: HOURS });
  expect(readSnapshot(saved)).toEqual({ ok: false, error: SAID });
});
