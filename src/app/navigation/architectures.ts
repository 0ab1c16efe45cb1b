import { backends } from '../../engine/backends/index.ts';
import { ERAS, type Setup } from '../../engine/model.ts';
import { prepare } from '../../engine/setup/world.ts';
import { memoLast } from '../../lib/memo.ts';
import { commit } from '../document/history.ts';
import { clampCursor } from '../state/cursor.ts';
import type { AppState, Architecture, Document } from '../state/state.ts';
import { combine, NO_CHANGE, notify, type Transaction } from '../state/transaction.ts';
import { compatibleArchitectures, isSameArchitecture, visibleArchitectures } from '../state/visible-architectures.ts';
import { findingsBySlot } from './findings.ts';
import { movePlayhead } from './playhead.ts';
import { nextSlotWith } from './slots.ts';

/** Shows the run on an architecture beside the others, or hides it; the last one stays. */
export function setArchitectureVisible(state: AppState, architecture: Architecture, visible: boolean): Transaction {
  const { document } = state;
  const { setup, otherArchitectures } = document;
  const others = visibleArchitectures(document).filter((one) => !isSameArchitecture(one, architecture));
  const isVisible = others.length < otherArchitectures.length + 1;
  if (visible === isVisible) return NO_CHANGE;
  if (visible) return showArchitectures(state, `show ${nameOf(architecture)}`, [...otherArchitectures, architecture]);
  const [next] = others;
  if (!next) return NO_CHANGE;
  const main = isSameArchitecture(architecture, setup) ? next : setup;
  return changeArchitectures(state, `hide ${nameOf(architecture)}`, main, others);
}

/** Shows these architectures beside the selected one. */
export const showArchitectures = (state: AppState, label: string, wanted: readonly Architecture[]): Transaction =>
  changeArchitectures(state, label, state.document.setup, wanted);

/** Selects a visible architecture: columns, inspector and text are then about its run. */
export const selectArchitecture = (state: AppState, architecture: Architecture): Transaction =>
  changeArchitectures(state, `select ${nameOf(architecture)}`, architecture, visibleArchitectures(state.document));

/** Selects a visible architecture at its next finding from the present step on, otherwise at its first finding. */
export function selectFindingsOf(state: AppState, architecture: Architecture): Transaction {
  const change = selectArchitecture(state, architecture);
  const trace = state.visibleRuns.find(({ setup }) => isSameArchitecture(setup, architecture));
  if (!trace) return change;
  const counts = findingsBySlot(trace);
  const next = nextSlotWith(counts, clampCursor(trace, state.cursor).slot - 1, 1);
  const slot = next < 0 ? nextSlotWith(counts, -1, 1) : next;
  return slot < 0 ? change : combine(change, movePlayhead({ trace }, { slot, moment: null }));
}

function changeArchitectures(
  { document }: AppState,
  label: string,
  { backend, era }: Architecture,
  visible: readonly Architecture[],
): Transaction {
  const setup: Setup = { ...document.setup, backend, era };
  const world = prepare(setup);
  if (!world.ok) return notify({ id: 'setup', severity: 'error', text: `Could not change the setup: ${world.error}.` });
  return commit(label, { ...document, setup, otherArchitectures: compatibleArchitectures(setup, visible) });
}

const nameOf = ({ backend, era }: Architecture): string => `${backends.find(backend)?.title ?? backend} ${era}`;

/** An architecture that can be shown beside the visible ones, or the reason why it cannot. */
export interface ArchitectureOption extends Architecture {
  readonly title: string;
  /** A secondary line: what it defers. */
  readonly note: string;
  readonly shown: boolean;
  readonly main: boolean;
  readonly impossible: string | null;
}

/** Every architecture at the present kernel release, then the selected one at the other releases of the revision. */
export const architectureOptions = ({ document }: Pick<AppState, 'document'>): readonly ArchitectureOption[] =>
  optionsIn(document);

const optionsIn = memoLast((document: Document): readonly ArchitectureOption[] => {
  const { setup } = document;
  const shown = visibleArchitectures(document);
  const offer = ({ backend, era }: Architecture): ArchitectureOption => {
    const world = prepare({ ...setup, backend, era });
    const { title = backend, defers = '' } = backends.find(backend) ?? {};
    return {
      backend,
      era,
      title: `${title} ${era}`,
      note: defers,
      shown: shown.some((one) => isSameArchitecture(one, { backend, era })),
      main: isSameArchitecture(setup, { backend, era }),
      impossible: world.ok ? null : world.error,
    };
  };
  const atEra = backends.all.map(({ id }) => offer({ backend: id, era: setup.era }));
  const others = ERAS.filter((era) => era !== setup.era).map((era) => offer({ backend: setup.backend, era }));
  const elsewhere = shown.filter((one) => one.era !== setup.era && one.backend !== setup.backend).map(offer);
  return [...atEra, ...others.filter(({ impossible }) => impossible === null), ...elsewhere];
});
