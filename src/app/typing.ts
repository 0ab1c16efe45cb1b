import { renewed, withText } from './document.ts';
import { amend, commit } from './history.ts';
import { selectLines } from './source-lines.ts';
import type { AppState } from './state.ts';

/** A burst of typing ends with a rest of so many ms. */
const BURST = 1500;

const NAME = 'typing';

/**
 * The text as it is being typed. What is wrong in it is shown; program and run stay the last ones that were right. The caret
 * goes to the offset at which one writes, since one looks there; while the text is wrong, that is no row. With `anew` nothing
 * is left of the old text.
 */
export function typed(
  state: AppState,
  text: string,
  now: number,
  {
    offset,
    anew = text.trim() === '',
  }: { readonly offset?: number | undefined; readonly anew?: boolean | undefined } = {},
): Partial<AppState> {
  if (text === state.document.text) return {};
  const { caret, typedAt, past } = state;
  const document = withText(anew ? renewed(state.document) : state.document, text);
  const goesOn = typedAt !== null && now - typedAt <= BURST && past.at(-1)?.name === NAME;
  const change = goesOn ? amend(state, { document, caret }) : commit(state, { name: NAME, document, caret });
  // A screen reader has said the letter already.
  return {
    ...change,
    ...(offset === undefined ? {} : placeAt({ ...state, ...change }, offset)),
    typedAt: now,
    said: state.said,
  };
}

function placeAt(state: AppState, offset: number): Partial<AppState> {
  const row = selectLines(state)?.rowAt(offset);
  if (row === undefined || row === state.caret) return {};
  const slot = state.trace.slotOf(row);
  return slot < 0 && row > 0 ? { caret: row } : { caret: row, cursor: { slot, moment: null } };
}
