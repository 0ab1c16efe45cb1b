import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import { printProgram } from '../../notation/text/print.ts';
import { moveEvent } from '../command/drop.ts';
import { pasteRows } from '../command/paste-rows.ts';
import { selectRows } from '../command/select-command.ts';
import { commands } from '../commands/index.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, flat, PUBLIC, stateOf } from '../testing.ts';
import { describeRange, selectedRange } from './event-range.ts';

const select = (text: string, anchor: number, head: number): AppState => {
  const state = stateOf(text);
  return applyTransaction(state, selectRows(state, { anchor, head, open: false }));
};
const rows = (state: AppState) => {
  const piece = selectedRange(state);
  return piece && describeRange(piece);
};

describe('a selection', () => {
  test('a selection by keys extends from where it began, and back past it', () => {
    const state = done(stateOf('enable; set k1; pause; disable', 2), 'select-later');
    expect([rows(state), state.announcement?.text, state.caret, state.cursor.slot]).toEqual([
      'events 2 to 3',
      'Selected events 2 to 3',
      3,
      2,
    ]);
    expect(rows(done(state, 'select-earlier', 'select-earlier'))).toBe('events 1 to 2');
    expect(rows(done(state, 'select-to-first'))).toBe('events 1 to 2');
    expect(rows(done(state, 'select-to-last'))).toBe('events 2 to 4');
    expect(rows(done(state, 'select-all'))).toBe('events 1 to 4');
    expect(rows(done(stateOf('enable'), 'select-later'))).toBe('event 1');
  });

  test('a selection stops at both ends and says so', () => {
    expect(commands.get('select-later').when(stateOf('enable', 1))).toBe('Already at the last event');
    expect(commands.get('select-earlier').when(stateOf('enable', 1))).toBe('Already at the first event');
    for (const id of ['select', 'select-all', 'select-later'])
      expect(commands.get(id).when(stateOf(''))).toBe('The program is empty');
  });

  test('events that the selection cuts are selected whole, and that is announced', () => {
    const state = select('enable; irq { set k1; pause }; disable', 3, 6);
    expect([rows(state), state.announcement?.text]).toEqual([
      'events 2 to 6',
      'Selected events 2 to 6 (extended to whole blocks)',
    ]);
    expect(rows(select('irq { set k1; pause; resume }', 2, 3))).toBe('events 2 to 3');
    expect(rows(select('irq { set k1 }; sleep', 3, 3))).toBe('events 1 to 3');
    expect(rows(select('enable after 1 { sleep } after 3 { exit }', 2, 4))).toBe('events 1 to 5');
    expect(rows(select('enable after 1 { sleep; exit } after 3 { }', 2, 3))).toBe('events 2 to 3');
  });

  test('a selection ends with Escape, a step, an edit of one row, and another document', () => {
    const state = select('enable; set k1; disable', 1, 2);
    for (const id of ['leave', 'back', 'add-sleep', 'new-program']) expect(done(state, id).selection, id).toBeNull();
    expect(applyTransaction(state, applyTextEdit(state, 'enable', 0)).selection).toBeNull();
  });

  test('a selection by plain presses begins at the current row and ends with the same command', () => {
    const open = done(stateOf('enable; disable', 2), 'select');
    expect(open.selection).toEqual({ anchor: 2, head: 2, open: true });
    expect(done(open, 'select').selection).toBeNull();
    expect(done(select('enable; disable', 1, 2), 'select').selection).toEqual({ anchor: 1, head: 2, open: true });
  });
});

describe('a command acts on all that is selected', () => {
  test.each<[string, string, number, number, string, string | null, string]>([
    ['delete', 'enable; set k1; pause; disable', 2, 3, 'enable; disable', null, 'delete events 2 to 3'],
    ['cut-rows', 'enable; set k1; pause; disable', 2, 3, 'enable; disable', null, 'cut events 2 to 3'],
    ['switch-off', 'enable; ~set k1', 1, 2, '~enable; ~set k1', 'events 1 to 2', 'disable events 1 to 2'],
    ['switch-off', '~enable; ~set k1', 1, 2, 'enable; set k1', 'events 1 to 2', 'enable events 1 to 2'],
    ['duplicate', 'enable; pause', 1, 2, 'enable; pause; enable; pause', 'events 3 to 4', 'duplicate events 1 to 2'],
    [
      'wrap-section',
      'set k1; sleep',
      1,
      2,
      'enable; set k1; sleep; disable',
      'events 2 to 3',
      'wrap events 1 to 2 in a section',
    ],
    [
      'wrap-pause',
      'set k1; sleep',
      2,
      1,
      'pause; set k1; sleep; resume',
      'events 2 to 3',
      'wrap events 1 to 2 in a pause',
    ],
    [
      'wrap-irq',
      'set k1; sleep',
      1,
      2,
      'irq {; set k1; sleep; }',
      'events 2 to 3',
      'wrap events 1 to 2 in an interrupt',
    ],
    [
      'wrap-softirq',
      'set k1; sleep',
      1,
      2,
      'softirq {; set k1; sleep; }',
      'events 2 to 3',
      'wrap events 1 to 2 in a softirq',
    ],
    ['wrap-repeat', 'set k1; sleep', 1, 2, 'repeat 2 {; set k1; sleep; }', 'events 1 to 4', 'repeat events 1 to 2 2×'],
    [
      'wrap-section',
      'irq { set k1 }; sleep',
      2,
      4,
      'enable; irq {; set k1; }; sleep; disable',
      'events 2 to 5',
      'wrap events 1 to 4 in a section',
    ],
    [
      'move-later',
      'enable; pause; resume',
      1,
      2,
      'resume; enable; pause',
      'events 2 to 3',
      'move events 1 to 2 to position 2',
    ],
    [
      'move-earlier',
      'enable; pause; resume',
      2,
      3,
      'pause; resume; enable',
      'events 1 to 2',
      'move events 2 to 3 to position 1',
    ],
    [
      'move-later',
      'set k1; sleep; irq { pause }',
      1,
      2,
      'irq {; set k1; sleep; pause; }',
      'events 2 to 3',
      'move events 1 to 2 to position 2',
    ],
    [
      'move-earlier',
      'irq { pause; resume }',
      2,
      3,
      'pause; resume; irq {; }',
      'events 1 to 2',
      'move events 2 to 3 to position 1',
    ],
  ])('%s of "%s", rows %i to %i', (id, text, anchor, head, expected, selected, name) => {
    const before = select(text, anchor, head);
    const after = done(before, id);
    expect([flat(after), rows(after), after.past.at(-1)?.name]).toEqual([expected, selected, name]);
    expect(flat(done(after, 'undo'))).toBe(flat(before));
  });

  test('an impossible command says why', () => {
    const state = select('enable; switch B; disable', 1, 3);
    expect(commands.get('wrap-irq').when(state)).toBe('A switch cannot happen in an interrupt');
    expect(commands.get('move-later').when(state)).toBe('Already at the end');
    expect(commands.get('wrap-repeat').when(state, { choice: '7' })).toBe('Choose how many times');
  });

  test('copying and cutting take the selected rows as notation', () => {
    const state = select('enable; irq { set k1 }; disable', 2, 3);
    for (const id of ['copy-rows', 'cut-rows']) {
      expect(commands.get(id).copy?.(state, PUBLIC)).toEqual({ text: 'irq {\n  set k1\n}', what: 'events 2 to 4' });
    }
    expect(commands.get('copy-rows').copy?.(state, PUBLIC, { row: 5 })).toEqual({ text: 'disable', what: 'event 5' });
  });
});

describe('a repeat', () => {
  test('a repeat is written into the text around the person’s own lines and stays there', () => {
    const state = done(select('# all\nenable # on\nset k1\n\nset k2 # two\ndisable', 2, 3), [
      'wrap-repeat',
      { choice: '3' },
    ]);
    expect(state.document.text).toBe('# all\nenable # on\nrepeat 3 {\n  set k1\n\n  set k2 # two\n}\ndisable');
    expect(state.trace.rows.length).toBe(8);
    const later = done({ ...state, caret: 8, selection: null }, 'add-exit', ['delete', { row: 1 }]);
    expect(later.document.text).toBe('# all\nrepeat 3 {\n  set k1\n\n  set k2 # two\n}\ndisable\nexit');
  });

  test('a repeat around rows that share a line has them printed', () => {
    // What stands less deep than its first line stands within its braces all the same.
    expect(done(select('enable; set k1; disable; sleep', 2, 3), 'wrap-repeat').document.text).toBe(
      'enable\nrepeat 2 {\n    set k1\n  disable\n}\nsleep',
    );
    expect(done(select('enable; set k1; disable # x', 2, 2), 'wrap-repeat').document.text).toBe(
      'enable\n  repeat 2 {\n    set k1\n  }\ndisable',
    );
  });

  test('a repeat that would be too long is rejected', () => {
    const state = select('repeat 40000 {\nset k1\n}', 1, 40_000);
    expect(commands.get('wrap-repeat').when(state, { choice: '100' })).toBe('A program has at most 1000000 events');
  });
});

describe('pasting', () => {
  test('pasted rows go after the caret or replace the selection, and are selected', () => {
    const state = stateOf('enable; disable', 1);
    const pasted = applyTransaction(state, pasteRows(state, 'irq {\n  set k1\n}\nsleep'));
    expect([flat(pasted), rows(pasted), pasted.past.at(-1)?.name]).toEqual([
      'enable; irq {; set k1; }; sleep; disable',
      'events 2 to 5',
      'paste 4 events at position 2',
    ]);
    const over = applyTransaction(pasted, pasteRows(pasted, 'exit'));
    expect([flat(over), over.past.at(-1)?.name]).toEqual(['enable; exit; disable', 'paste 1 event over events 2 to 5']);
  });

  test('a pasted text that is not a program changes nothing and stays visible', () => {
    const state = stateOf('enable', 1);
    expect(pasteRows(state, 'enabel').notices).toEqual([
      {
        id: 'paste',
        severity: 'error',
        text: expect.stringMatching(
          /^Could not paste: the text is not a program, table or link: .*did you mean "enable"\?/,
        ),
        original: 'enabel',
      },
    ]);
  });
});

describe('dragging', () => {
  test('a dragged row takes the selection along; a row outside of it moves alone', () => {
    const state = select('enable; set k1; sleep; disable', 2, 3);
    const dropped = applyTransaction(state, moveEvent(state, 3, { behind: 4 }));
    expect([flat(dropped), rows(dropped)]).toEqual(['enable; disable; set k1; sleep', 'events 3 to 4']);
    expect(flat(applyTransaction(state, moveEvent(state, 1, { behind: 4 })))).toBe('set k1; sleep; disable; enable');
    for (const behind of [1, 2, 3]) expect(moveEvent(state, 2, { behind })).toEqual({});
  });

  test('several rows move into a call', () => {
    const state = select('enable; set k1; sleep', 2, 3);
    const into = { ...state, cursor: { slot: 0, moment: null } };
    const dropped = applyTransaction(into, moveEvent(into, 2, { statement: 1 }));
    expect([flat(dropped), rows(dropped)]).toEqual(['enable after 1 {; set k1; sleep; }', 'events 2 to 3']);
  });
});

test('any command on any selection can be undone, keeps the other events, and leaves a text that says the program', () => {
  const ids = [
    'delete',
    'cut-rows',
    'switch-off',
    'duplicate',
    'move-earlier',
    'move-later',
    'wrap-section',
    'wrap-pause',
    'wrap-irq',
    'wrap-softirq',
    'wrap-repeat',
  ];
  const comments = fc.boolean();
  forAll(
    fc.tuple(arbitraryProgram({ maxLength: 7 }), fc.nat(), fc.nat(), fc.constantFrom(...ids), comments),
    ([program, a, b, id, commented]) => {
      const text = printProgram(program);
      const before = stateOf(commented ? text.replaceAll('\n', ' # why\n\n') : text);
      const count = before.trace.rows.length;
      if (count === 0) return;
      const state = applyTransaction(
        before,
        selectRows(before, { anchor: 1 + (a % count), head: 1 + (b % count), open: false }),
      );
      const piece = selectedRange(state);
      if (piece === null || commands.get(id).when(state) !== true) return;
      const after = done(state, id);
      if (after.past.length === 0) {
        // Only what no program can be is refused.
        expect(after.notices).toHaveLength(1);
        return;
      }
      const read = parseProgram(after.document.text);
      expect(read.ok && printProgram(read.value.program)).toBe(printProgram(after.document.program));
      expect(after.past).toHaveLength(1);
      const undone = done(after, 'undo');
      expect([undone.document, undone.caret]).toEqual([state.document, state.caret]);
      const left = selectedRange(after);
      if (left && id !== 'switch-off' && id !== 'wrap-repeat')
        expect(printProgram(left.events)).toBe(printProgram(piece.events));
    },
  );
});
