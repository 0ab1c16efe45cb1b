import { backends } from '../../engine/backends/index.ts';
import { ERAS, type Setup } from '../../engine/model.ts';
import { prepare } from '../../engine/setup/world.ts';
import { stepped } from '../command/step-command.ts';
import { commit } from '../document/history.ts';
import { besideOf, isSame, shownIn } from '../document/visible-runs.ts';
import { memoLast } from '../state/memo.ts';
import { withNotice } from '../state/notice.ts';
import type { AppState, Architecture, Document } from '../state/state.ts';
import { findingsBySlot } from './findings.ts';
import { slotBeside } from './slots.ts';

/** Shows an architecture on the same axis, or takes it away; the last one stays. */
export function withShown(state: AppState, architecture: Architecture, shown: boolean): Partial<AppState> {
  const { document } = state;
  const { setup, beside } = document;
  const others = shownIn(document).filter((one) => !isSame(one, architecture));
  if (shown) {
    if (others.length === beside.length + 1)
      return shownAll(state, `show ${named(architecture)}`, [...beside, architecture]);
    return {};
  }
  const [next] = others;
  if (!next || others.length === beside.length + 1) return {};
  const main = isSame(architecture, setup) ? next : setup;
  return edited(state, `hide ${named(architecture)}`, main, others);
}

/** Shows so many beside the one that is looked at. */
export function shownAll(state: AppState, name: string, wanted: readonly Architecture[]): Partial<AppState> {
  return edited(state, name, state.document.setup, wanted);
}

/** Looks at the run of an architecture that is shown: the columns, the inspector and the text are then its own. */
export function lookedAt(state: AppState, architecture: Architecture): Partial<AppState> {
  return edited(state, `look at ${named(architecture)}`, architecture, shownIn(state.document));
}

/** The same, at the next finding of that run from the present step on, else at its first. */
export function lookedAtFinding(state: AppState, architecture: Architecture): Partial<AppState> {
  const looked = { ...state, ...lookedAt(state, architecture) };
  const counts = findingsBySlot(looked.trace);
  const onward = slotBeside(counts, looked.cursor.slot - 1, 1);
  const slot = onward < 0 ? slotBeside(counts, -1, 1) : onward;
  return slot < 0 ? looked : { ...looked, ...stepped(looked, { slot, moment: null }) };
}

function edited(
  state: AppState,
  name: string,
  { backend, era }: Architecture,
  shown: readonly Architecture[],
): Partial<AppState> {
  const setup: Setup = { ...state.document.setup, backend, era };
  const world = prepare(setup);
  if (!world.ok) return withNotice(state, { id: 'setup', severity: 'error', text: `Not possible: ${world.error}.` });
  const document = { ...state.document, setup, beside: besideOf(setup, shown) };
  return commit(state, { name, document, caret: state.caret });
}

const named = ({ backend, era }: Architecture): string => `${backends.find(backend)?.title ?? backend} ${era}`;

/** One that may be shown beside what is shown, and why it cannot. */
export interface Offer extends Architecture {
  readonly title: string;
  /** A quieter line: what it holds back. */
  readonly note: string;
  readonly shown: boolean;
  readonly main: boolean;
  readonly impossible: string | null;
}

/** Every architecture at the era that is looked at, then the one that is looked at in the other eras of the revision. */
export const offersOf = ({ document }: Pick<AppState, 'document'>): readonly Offer[] => offersIn(document);

const offersIn = memoLast((document: Document): readonly Offer[] => {
  const { setup } = document;
  const shown = shownIn(document);
  const offer = ({ backend, era }: Architecture): Offer => {
    const world = prepare({ ...setup, backend, era });
    const { title = backend, defers = '' } = backends.find(backend) ?? {};
    return {
      backend,
      era,
      title: `${title} ${era}`,
      note: defers,
      shown: shown.some((one) => isSame(one, { backend, era })),
      main: isSame(setup, { backend, era }),
      impossible: world.ok ? null : world.error,
    };
  };
  const atEra = backends.all.map(({ id }) => offer({ backend: id, era: setup.era }));
  const others = ERAS.filter((era) => era !== setup.era).map((era) => offer({ backend: setup.backend, era }));
  const elsewhere = shown.filter((one) => one.era !== setup.era && one.backend !== setup.backend).map(offer);
  return [...atEra, ...others.filter(({ impossible }) => impossible === null), ...elsewhere];
});
