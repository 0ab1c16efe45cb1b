import { describe, expect, test } from 'vitest';
import { pasteRows } from '../command/paste-rows.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, stateOf } from '../testing.ts';
import { applyTextEdit } from './text-edit.ts';

const type = (state: AppState, text: string, now: number): AppState =>
  applyTransaction(state, applyTextEdit(state, text, now));

test('a valid text becomes the program, and its run begins at the change', () => {
  const before = stateOf('enable\ndisable');
  const state = type(before, 'enable\nset k1\ndisable', 0);
  expect(state.document.program.map((event) => event.kind)).toEqual(['call', 'page', 'call']);
  expect(state.document.program[0]).toBe(before.document.program[0]);
  expect(state.trace.length).toBe(3);
});

test('a text with a mistake says where, and the program stays the last valid one', () => {
  const state = type(stateOf('enable', 1), 'enable\nenabel', 0);
  expect(state.document.text).toBe('enable\nenabel');
  expect(state.document.problems.map(({ span, message }) => [span.line, message])).toEqual([
    [2, '"enabel" is not an event; did you mean "enable"?'],
  ]);
  expect([state.trace.length, state.cursor.slot]).toEqual([1, 0]);
  expect(type(state, 'enable\nenable', 0).document.problems).toEqual([]);
});

test('a burst of typing is one entry; a pause or another edit begins a new one', () => {
  const burst = ['e', 'en', 'enable'].reduce((state, text, i) => type(state, text, i * 500), stateOf(''));
  expect(burst.past.map(({ name }) => name)).toEqual(['typing']);
  expect(done(burst, 'undo').document.text).toBe('');
  const rested = type(burst, 'enable\n', 5000);
  expect(rested.past).toHaveLength(2);
  const mixed = type(done(type(stateOf(''), 'sleep', 0), 'add-enable'), 'sleep\nenable\n', 100);
  expect(mixed.past.map(({ name }) => name)).toEqual(['typing', 'insert enable at position 1', 'typing']);
});

test('undo ends a burst of typing', () => {
  const undone = done(type(stateOf('sleep'), 'sleep\nexit', 0), 'undo');
  expect(type(undone, 'sleep\nenable', 100).past).toHaveLength(1);
  expect(type(undone, 'sleep\nenable', 100).future).toEqual([]);
});

test('the same text is not an edit', () => {
  expect(applyTextEdit(stateOf('enable'), 'enable', 0)).toEqual({});
});

test('a shorter program pulls the playhead and the caret back', () => {
  const state = type(stateOf('enable\npause\nresume', 3), 'enable', 0);
  expect([state.cursor, state.caret]).toEqual([{ slot: 0, moment: null }, 1]);
});

test('the caret follows the typing, and the burst continues', () => {
  const write = (state: AppState, text: string, now: number) =>
    applyTransaction(state, applyTextEdit(state, text, now, { offset: text.length }));
  const first = write(stateOf('', 0), 'enable', 0);
  const wrong = write(first, 'enable; set', 100);
  const last = write(wrong, 'enable; set k1', 200);
  expect([first, wrong, last].map(({ caret, cursor }) => [caret, cursor.slot])).toEqual([
    [1, 0],
    [1, 0],
    [2, 1],
  ]);
  expect(last.past).toHaveLength(1);
});

describe('the title', () => {
  const told = (state: AppState, named = false): AppState => ({
    ...state,
    document: { ...state.document, title: 'found: a BUG', named },
  });
  const titleAfter = (state: AppState, text: string, replaceAll?: boolean) =>
    applyTransaction(state, applyTextEdit(state, text, 0, { replaceAll })).document.title;

  test('a title that describes the program stays while it is edited and goes when nothing is left of it', () => {
    const state = told(stateOf('enable; disable'));
    expect(titleAfter(state, 'enable; pause; disable')).toBe('found: a BUG');
    expect(titleAfter(state, 'pause', true)).toBeNull();
    expect(titleAfter(state, '\n')).toBeNull();
    const cleared = applyTransaction(state, applyTextEdit(state, '', 0));
    expect(done(cleared, 'undo').document.title).toBe('found: a BUG');
  });

  test('a title that a person gave always stays', () => {
    expect(titleAfter(told(stateOf('enable'), true), 'pause', true)).toBe('found: a BUG');
  });

  test('a title goes, too, when all rows are deleted or pasted over', () => {
    const all = done(told(stateOf('enable; disable')), 'select-all');
    expect(done(all, 'delete').document.title).toBeNull();
    expect(applyTransaction(all, pasteRows(all, 'pause')).document.title).toBeNull();
    const one = done(told(stateOf('enable; disable', 1)), 'delete');
    expect(one.document.title).toBe('found: a BUG');
    expect(applyTransaction(one, pasteRows(one, 'pause')).document.title).toBe('found: a BUG');
  });
});
