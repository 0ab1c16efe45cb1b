import type { Trace } from '../../engine/run/run.ts';
import { clampCursor } from '../state/cursor.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { announce, changeView, combine, type Transaction } from '../state/transaction.ts';
import { selectStatus } from './status.ts';

/** Moves the playhead, and the caret with it, and announces the step. */
export const movePlayhead = ({ trace }: { readonly trace: Trace }, cursor: Cursor): Transaction => ({
  playhead: cursor,
  ...announce('moved', selectStatus({ trace, cursor })),
});

/** Moves the playhead by hand, which stops playing. A position outside of the run becomes the nearest one in it. */
export const goTo = (state: Pick<AppState, 'trace'>, cursor: Cursor): Transaction =>
  combine(movePlayhead(state, clampCursor(state.trace, cursor)), changeView({ playing: false }));

/** Puts the caret after a row of the program, and the playhead at its step if the row happens. */
export function placeCaret({ trace }: Pick<AppState, 'trace'>, row: number): Transaction {
  const slot = trace.slotOf(row);
  if (slot < 0 && row > 0) return { caret: row, selection: null };
  return { ...goTo({ trace }, { slot, moment: null }), caret: row };
}
