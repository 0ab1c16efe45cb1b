import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { withProgram } from '../document/document.ts';
import { commit, redo, undo } from '../document/history.ts';
import { done, expectValid, stateOf } from '../testing.ts';
import { applyTransaction } from './apply-transaction.ts';
import type { AppState } from './state.ts';
import { announce, changeView, combine, NO_CHANGE, notify, reject, type Transaction } from './transaction.ts';

const notice = (id: string, text = id) => ({ id, severity: 'info', text }) as const;
const anyNumber = fc.integer({ min: -3, max: 12 });
const anyMoment = fc.option(anyNumber);

const anyPlayhead = fc.oneof(
  fc.record({ slot: anyNumber, moment: anyMoment }),
  fc.record({ row: anyNumber, moment: anyMoment, ifMissing: fc.constantFrom('stay' as const, 'start' as const) }),
);

/** Positions of every kind, most of them outside of the run. */
const anyPosition: fc.Arbitrary<Transaction> = fc.record(
  {
    playhead: anyPlayhead,
    caret: anyNumber,
    selection: fc.option(fc.record({ anchor: anyNumber, head: anyNumber, open: fc.boolean() })),
  },
  { requiredKeys: [] },
);

const anyEdit = arbitraryProgram({ maxLength: 4 }).map(
  (program) => (state: AppState) => commit('edit', withProgram(state.document, program)),
);

const start = () => stateOf('enable; set k1; irq { enable; disable }; disable', 2);

describe('the state after a transaction', () => {
  test('playhead, caret and selection are inside the run, wherever the transaction puts them', () => {
    forAll(fc.array(fc.tuple(anyPosition, fc.option(anyEdit)), { maxLength: 6 }), (changes) => {
      let state = start();
      for (const [position, edit] of changes) {
        state = applyTransaction(state, combine(edit?.(state) ?? NO_CHANGE, position));
        expectValid(state);
      }
    });
  });

  test('undo restores the former state exactly, and redo the later one', () => {
    forAll(fc.tuple(anyPosition, anyEdit, anyPosition), ([position, edit, later]) => {
      const before = applyTransaction(start(), position);
      const after = applyTransaction(before, combine(edit(before), later));
      const undone = applyTransaction(after, undo(after));
      for (const key of ['document', 'cursor', 'caret'] as const) expect(undone[key]).toBe(before[key]);
      expect(undone.past).toEqual(before.past);
      const redone = applyTransaction(undone, redo(undone));
      for (const key of ['document', 'cursor', 'caret'] as const) expect(redone[key]).toBe(after[key]);
      expect(redone.past).toEqual(after.past);
    });
  });

  test('the state is the same object if nothing changes', () => {
    const state = start();
    expect(applyTransaction(state, NO_CHANGE)).toBe(state);
    expect(applyTransaction(state, undo(state))).toBe(state);
  });
});

describe('what follows from a transaction', () => {
  test('the caret follows the playhead unless the transaction places it', () => {
    const state = start();
    expect(applyTransaction(state, { playhead: { slot: 3, moment: null } }).caret).toBe(4);
    expect(applyTransaction(state, { playhead: { slot: 3, moment: null }, caret: 1 }).caret).toBe(1);
    expect(applyTransaction(state, { caret: 1 }).cursor).toBe(state.cursor);
  });

  test('a move ends the selection and the burst of typing; a notice ends neither', () => {
    const state: AppState = { ...start(), selection: { anchor: 1, head: 2, open: false }, typedAt: 5 };
    const moved = applyTransaction(state, { playhead: { slot: 0, moment: null } });
    expect([moved.selection, moved.typedAt]).toEqual([null, null]);
    const notified = applyTransaction(state, notify(notice('a')));
    expect([notified.selection, notified.typedAt]).toEqual([state.selection, 5]);
  });

  test('a change of the document stops playing, and a position that the new run lacks becomes its last one', () => {
    const state = { ...done(start(), 'last'), playing: true };
    const next = applyTransaction(state, commit('cut all but one', withProgram(state.document, [{ kind: 'sleep' }])));
    expect([next.playing, next.cursor, next.caret]).toEqual([false, { slot: 0, moment: null }, 1]);
  });

  test('a statement that the row lacks under another revision becomes the whole row', () => {
    const state = applyTransaction(stateOf('enable', 0), { playhead: { slot: 0, moment: 4 } });
    expect(state.cursor.moment).toBe(4);
    const setup = { ...state.document.setup, revision: 'pre', era: '6.19' as const };
    expect(applyTransaction(state, commit('choose pre', { ...state.document, setup })).cursor).toEqual({
      slot: 0,
      moment: null,
    });
  });

  test('a notice replaces an older one with its id, and one that is dismissed is gone', () => {
    const both = applyTransaction(start(), notify(notice('a'), notice('b'), notice('a', 'again')));
    expect(both.notices.map(({ text }) => text)).toEqual(['b', 'again']);
    expect(applyTransaction(both, notify({ dismiss: 'b' })).notices.map(({ id }) => id)).toEqual(['a']);
  });

  test('an edit dismisses the offered draft, whatever other notices it brings', () => {
    const state = applyTransaction(start(), notify(notice('draft'), notice('setup')));
    const edit = combine(commit('edit', state.document), notify(notice('setup', 'new')));
    expect(applyTransaction(state, edit).notices.map(({ text }) => text)).toEqual(['new']);
  });

  test('each rejection counts, so that a screen reader repeats the same reason', () => {
    const once = applyTransaction(start(), reject('no such row'));
    const twice = applyTransaction(once, reject('no such row'));
    expect([once.rejections, twice.rejections]).toEqual([1, 2]);
    expect(twice.announcement).toEqual({ kind: 'rejected', text: 'no such row' });
    expect(applyTransaction(twice, announce('copied', 'copied: the link')).rejections).toBe(2);
  });
});

describe('combined transactions', () => {
  test('notices and view changes add up; of the rest the later one counts', () => {
    expect(
      combine(
        notify(notice('a')),
        changeView({ zoom: 'fit', dialog: null }),
        announce('view', 'first'),
        notify({ dismiss: 'b' }),
        changeView({ dialog: 'help' }),
        announce('view', 'second'),
      ),
    ).toEqual({
      notices: [notice('a'), { dismiss: 'b' }],
      view: { zoom: 'fit', dialog: 'help' },
      announcement: { kind: 'view', text: 'second' },
    });
  });

  test('combined transactions change the document at most once', () => {
    const edit = commit('edit', start().document);
    expect(() => combine(edit, edit)).toThrow('two transactions change the document');
  });
});
