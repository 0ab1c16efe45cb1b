import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { printProgram } from '../../notation/text/print.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import { reject } from '../state/transaction.ts';
import { done, flat, stateOf } from '../testing.ts';
import { moveEvent } from './drop.ts';

const dropping = (text: string, from: number, behind: number) => {
  const state = stateOf(text);
  const next = applyTransaction(state, moveEvent(state, from, { behind }));
  return [flat(next), next.caret];
};

describe('a row that is dropped after another', () => {
  test('the row moves there, later or earlier', () => {
    expect(dropping('enable; set k1; disable', 1, 3)).toEqual(['set k1; disable; enable', 3]);
    expect(dropping('enable; set k1; disable', 3, 0)).toEqual(['disable; enable; set k1', 1]);
    expect(moveEvent(stateOf('enable; set k1; disable'), 2, { behind: 2 })).toEqual({});
  });

  test('the row moves into an interrupt and out of it, with everything inside it', () => {
    expect(dropping('irq { enable; disable }; set k1', 5, 2)).toEqual(['irq {; enable; set k1; disable; }', 3]);
    expect(dropping('irq { enable; disable }; set k1', 2, 5)).toEqual(['irq {; disable; }; set k1; enable', 5]);
    expect(dropping('irq { enable; disable }; set k1', 1, 5)).toEqual(['set k1; irq {; enable; disable; }', 2]);
  });

  test('a row cannot move into itself, and a switch not into an interrupt', () => {
    const state = stateOf('irq { irq { enable } }; switch B');
    expect(moveEvent(state, 1, { behind: 2 })).toEqual(reject('An event cannot be moved into itself'));
    expect(moveEvent(state, 6, { behind: 1 })).toEqual(reject('A switch cannot happen in an interrupt'));
  });
});

describe('a row that is dropped on a statement', () => {
  test('the row moves inside the call at the playhead, after the statement', () => {
    const state = stateOf('enable; sleep; disable', 1);
    expect(flat(applyTransaction(state, moveEvent(state, 2, { statement: 3 })))).toBe(
      'enable after 3 {; sleep; }; disable',
    );
  });

  test('the row joins what is there, and moves between statements of one call', () => {
    const state = stateOf('enable after 3 { sleep }; note "x"', 1);
    expect(flat(applyTransaction(state, moveEvent(state, 4, { statement: 3 })))).toBe(
      'enable after 3 {; sleep; note "x"; }',
    );
    const earlier = applyTransaction(state, moveEvent(state, 2, { statement: 1 }));
    expect(flat(earlier)).toMatch(/^enable after 1 \{; sleep; \}/);
  });

  test('the move is rejected if the playhead is not at a call', () => {
    expect(moveEvent(stateOf('set k1; sleep', 1), 2, { statement: 1 })).toEqual(reject('Step to a call first'));
  });
});

test('moving a row loses nothing and adds nothing, wherever it is dropped', () => {
  const words = (text: string) => text.split(/\s+/).sort().join(' ');
  forAll(fc.tuple(arbitraryProgram(), fc.nat(), fc.nat()), ([program, a, b]) => {
    const state = stateOf(printProgram(program));
    const rows = state.trace.rows.length;
    if (rows === 0 || state.document.problems.length > 0) return;
    const change = moveEvent(state, 1 + (a % rows), { behind: b % (rows + 1) });
    if (!change.document) return;
    expect(words(applyTransaction(state, change).document.text)).toBe(words(state.document.text));
  });
});

test('a drop is an edit with a label that can be undone', () => {
  const state = stateOf('enable; set k1; disable');
  const next = applyTransaction(state, moveEvent(state, 2, { behind: 0 }));
  expect(next.past.at(-1)?.name).toBe('move event 2 to the start');
  expect(flat(done(next, 'undo'))).toBe('enable; set k1; disable');
});
