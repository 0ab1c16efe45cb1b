import type { AppState } from '../state/state.ts';
import { renewed, withText } from './document.ts';
import { amend, commit } from './history.ts';
import { selectLines } from './source-lines.ts';

/** A burst of typing ends with a rest of so many ms. */
const BURST = 1500;

const NAME = 'typing';

/**
 * The text as it is being typed. What is wrong in it is shown; program and run stay the last ones that were right. The caret
 * goes to the offset at which one writes, since one looks there; while the text is wrong, that is no row. The cursor goes
 * there, too, once the run has come so far. With `anew` nothing is left of the old text.
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
  return { caret: row, ...followed({ ...state, caret: row }) };
}

/** The cursor at the caret's row, if that happened; nothing as long as the run has not come there. */
function followed({ trace, caret }: AppState): Partial<AppState> {
  if (!trace.isPast(caret)) return {};
  const slot = trace.slotOf(caret);
  return slot < 0 && caret > 0 ? {} : { cursor: { slot, moment: null } };
}

/** The same when a run is over during which one typed. */
export const followedTyping = (state: AppState): Partial<AppState> => (state.typedAt === null ? {} : followed(state));
