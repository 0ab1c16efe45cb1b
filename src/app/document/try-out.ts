import type { Program } from '../../engine/model.ts';
import type { AppState, Side } from '../state/state.ts';
import { withProgram } from './document.ts';
import { commit } from './history.ts';
import { besideOf } from './visible-runs.ts';

/** The program under another setup, which is known to be possible: an edit that can be undone. Closes the dialog. */
export function triedOut(state: AppState, side: Side, program: Program): Partial<AppState> {
  const { document, compared } = state;
  const { revision, backend, era } = side;
  const setup = { ...document.setup, ...side };
  const changed = program === document.program ? document : withProgram(document, program);
  const name = `look at ${revision} on ${backend} ${era}`;
  const own: Side = {
    revision: document.setup.revision,
    backend: document.setup.backend,
    era: document.setup.era,
  };
  return {
    ...commit(state, {
      name,
      document: { ...changed, setup, beside: besideOf(setup, document.beside) },
      caret: state.caret,
    }),
    // What was looked at takes the place of what is looked at now.
    compared: compared?.map((one) => (isSide(one, side) ? own : one)) ?? null,
    dialog: null,
  };
}

export const isSide = (a: Side, b: Side): boolean =>
  a.revision === b.revision && a.backend === b.backend && a.era === b.era;
