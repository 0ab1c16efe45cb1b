import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../engine/run/run.ts';
import { forAll } from '../../notation/arbitrary.ts';
import { commands } from '../commands/index.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, flat, stateOf } from '../testing.ts';
import { applySetup } from './setup.ts';
import { applyTextEdit } from './text-edit.ts';

/** All that undo brings back. */
const essence = ({ document, cursor, caret, past, future }: AppState) => ({
  document: { ...document, program: JSON.stringify(document.program) },
  cursor,
  caret,
  past: past.map(({ name }) => name),
  future: future.map(({ name }) => name),
});

describe('undo and redo', () => {
  test('undo and redo announce the label of the edit', () => {
    const state = done(stateOf('enable; disable', 1), 'add-pause');
    expect([flat(state), state.past.at(-1)?.name, state.caret]).toEqual([
      'enable; pause; disable',
      'insert pause at position 2',
      2,
    ]);
    const undone = done(state, 'undo');
    expect([flat(undone), undone.announcement?.text, undone.caret]).toEqual([
      'enable; disable',
      'Undone: insert pause at position 2',
      1,
    ]);
    expect(flat(done(undone, 'redo'))).toBe('enable; pause; disable');
  });

  test('an edit after undo clears the redo history', () => {
    const state = done(stateOf('enable'), 'add-pause', 'undo', 'add-resume');
    expect(commands.get('redo').when(state)).toBe('Nothing to redo');
  });

  test('a change of the setup can be undone', () => {
    const first = stateOf('enable');
    const state = applyTransaction(first, applySetup(first, { revision: 'v3' }));
    expect([state.trace.setup.revision, state.past.at(-1)?.name]).toEqual(['v3', 'choose v3']);
    expect(done(state, 'undo').trace.setup.revision).toBe('v6');
  });

  test('T18: the history keeps the newest 200 entries', () => {
    let state = stateOf('');
    for (let i = 0; i < 230; i++) state = done(state, 'add-sleep');
    expect(state.past).toHaveLength(200);
    expect(state.past.at(-1)?.name).toBe('insert sleep at position 230');
  });

  test('T18: the history of very long texts is limited but keeps at least one entry', () => {
    const long = `# ${'x'.repeat(3_900_000)}\nenable`;
    let state = stateOf(long, 1);
    for (let i = 0; i < 6; i++) state = done(state, 'add-sleep');
    expect(state.past.length).toBeLessThan(6);
    expect(state.past.length).toBeGreaterThan(0);
  });
});

test('T18: two thousand edits with undo and redo among them never keep more than 200 entries', () => {
  let state = stateOf('');
  for (let i = 0; i < 2000; i++) {
    state = done(state, i % 2 === 0 ? 'add-sleep' : 'delete');
    if (i % 7 === 6) state = done(state, 'undo', 'undo', 'redo', 'redo');
    expect(state.past.length + state.future.length).toBeLessThanOrEqual(200);
  }
  expect(state.past).toHaveLength(200);
});

describe('after any sequence of edits', () => {
  const ids = commands.all.filter(({ group }) => group === 'add' || group === 'edit').map(({ id }) => id);
  const act = fc.oneof(
    fc.constantFrom(...ids).map((id) => ({ id, text: '', row: 0 })),
    fc.record({
      id: fc.constant('type'),
      text: fc.constantFrom('enable', 'enabel', 'irq {', 'set k1 # why'),
      row: fc.constant(0),
    }),
    fc.record({ id: fc.constant('caret'), text: fc.constant(''), row: fc.nat(12) }),
    fc.record({ id: fc.constantFrom('forward', 'into', 'back'), text: fc.constant(''), row: fc.constant(0) }),
  );

  const step = (
    state: AppState,
    { id, text, row }: { id: string; text: string; row: number },
    now: number,
  ): AppState => {
    if (id === 'type') return applyTransaction(state, applyTextEdit(state, `${state.document.text}\n${text}`, now));
    if (id === 'caret') return { ...state, caret: Math.min(row, state.trace.rows.length) };
    const command = commands.get(id);
    return command.when(state) === true ? applyTransaction(state, command.run(state)) : state;
  };

  test('undo restores each former state exactly, and redo each later one', () => {
    forAll(fc.array(act, { maxLength: 15 }), (acts) => {
      let state = stateOf('enable; set k1; irq { enable; disable }; disable', 2);
      const before: AppState[] = [];
      acts.forEach((one, i) => {
        if (one.id === 'undo' || one.id === 'redo') return;
        const next = step(state, one, i * 10_000);
        if (next.past !== state.past) before.push(state);
        state = next;
      });
      const end = essence(state);
      for (const was of before.toReversed()) {
        state = done(state, 'undo');
        const { past: _p, future: _f, ...content } = essence(state);
        const { past: _q, future: _g, ...expected } = essence(was);
        expect(content).toEqual(expected);
      }
      for (let i = 0; i < before.length; i++) state = done(state, 'redo');
      expect({ ...essence(state), cursor: null, caret: null }).toEqual({ ...end, cursor: null, caret: null });
    });
  });

  test('text, program, run and playhead agree', () => {
    forAll(fc.array(act, { maxLength: 12 }), (acts) => {
      let state = stateOf('enable; switch B; disable', 1);
      acts.forEach((one, i) => {
        state = step(state, one, i * 700);
        const { document, trace, cursor, caret } = state;
        expect(trace.program).toBe(document.program);
        expect(Array.from({ length: trace.length }, (_, slot) => trace.summaryAt(slot))).toEqual(
          ((fresh) => Array.from({ length: fresh.length }, (_, slot) => fresh.summaryAt(slot)))(
            run(trace.world, document.program),
          ),
        );
        expect(cursor.slot).toBeGreaterThanOrEqual(-1);
        expect(cursor.slot).toBeLessThan(Math.max(trace.length, 1));
        expect(caret).toBeLessThanOrEqual(trace.rows.length);
        if (document.problems.length === 0) {
          expect(JSON.stringify(stateOf(document.text).document.program)).toBe(JSON.stringify(document.program));
        }
      });
    });
  });
});
