import type { Program } from '../../engine/model.ts';
import type { AppState, Side } from '../state/state.ts';
import { changeView, combine, type Transaction } from '../state/transaction.ts';
import { compatibleArchitectures } from '../state/visible-architectures.ts';
import { withProgram } from './document.ts';
import { commit } from './history.ts';

/** Shows the program under another setup, which must be possible, as an edit that can be undone. Closes the dialog. */
export function tryOutSetup({ document, compared }: AppState, side: Side, program: Program): Transaction {
  const { revision, backend, era } = side;
  const setup = { ...document.setup, ...side };
  const changed = program === document.program ? document : withProgram(document, program);
  const own: Side = {
    revision: document.setup.revision,
    backend: document.setup.backend,
    era: document.setup.era,
  };
  return combine(
    commit(`switch to ${revision} on ${backend} ${era}`, {
      ...changed,
      setup,
      otherArchitectures: compatibleArchitectures(setup, document.otherArchitectures),
    }),
    // The old setup takes the place of the new one in the comparison.
    changeView({ compared: compared?.map((one) => (isSameSide(one, side) ? own : one)) ?? null, dialog: null }),
  );
}

export const isSameSide = (a: Side, b: Side): boolean =>
  a.revision === b.revision && a.backend === b.backend && a.era === b.era;
