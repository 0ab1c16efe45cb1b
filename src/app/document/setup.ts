import { backends } from '../../engine/backends/index.ts';
import { CHECKS, type Checks, ERAS, type Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { defaultEra, findRevision, prepare, simulatedEra } from '../../engine/setup/world.ts';
import { memoLast } from '../../lib/memo.ts';
import type { AppState, Document } from '../state/state.ts';
import { combine, notify, type Transaction } from '../state/transaction.ts';
import { compatibleArchitectures } from '../state/visible-architectures.ts';
import { commit } from './history.ts';

/** One choice of a picker, or the reason why it is impossible. */
export interface SetupChoice {
  readonly id: string;
  readonly title: string;
  /** A secondary line; empty for none. */
  readonly note: string;
  readonly chosen: boolean;
  readonly impossible: string | null;
  /** The change of the setup that it makes. */
  readonly change: Partial<Setup>;
}

export interface SetupChoices {
  readonly revision: readonly SetupChoice[];
  readonly backend: readonly SetupChoice[];
  readonly era: readonly SetupChoice[];
  readonly checks: readonly SetupChoice[];
}

/** The choices of each picker. */
export const setupChoices = ({ document }: { readonly document: Pick<Document, 'setup'> }): SetupChoices =>
  choicesIn(document.setup);

/** Changes the setup as an edit. An impossible setup changes nothing, and a notice says why. */
export function applySetup({ document }: AppState, change: Partial<Setup>): Transaction {
  const setup = withSupportedRelease({ ...document.setup, ...change }, change);
  const world = prepare(setup);
  if (!world.ok) return notify({ id: 'setup', severity: 'error', text: `Could not change the setup: ${world.error}.` });
  const label = `choose ${Object.values(change)
    .map((value) => value ?? 'batch size as in the kernel')
    .join(', ')}`;
  // Other architectures of the former kernel release move to the new one.
  const updated = document.otherArchitectures.map((one) =>
    one.era === document.setup.era ? { ...one, era: setup.era } : one,
  );
  const otherArchitectures = compatibleArchitectures(setup, updated);
  const edit = combine(commit(label, { ...document, setup, otherArchitectures }), notify({ dismiss: 'setup' }));
  const lost = document.otherArchitectures.filter(
    (one) => one.backend !== setup.backend && !otherArchitectures.some(({ backend }) => backend === one.backend),
  );
  if (lost.length === 0) return edit;
  const names = lost.map(({ backend }) => backends.find(backend)?.title ?? backend).join(', ');
  const text = `No longer visible, because ${setup.revision} cannot run there: ${names}.`;
  return combine(edit, notify({ id: 'setup', severity: 'info', text }));
}

/** Gives a revision that does not support the kernel release its own, unless a release was asked for. */
export function withSupportedRelease(setup: Setup, { revision: id, era }: Partial<Setup>): Setup {
  const revision = id === undefined || era !== undefined ? undefined : findRevision(id);
  if (!revision) return setup;
  const named = { ...setup, revision: revision.id };
  return revision.meets.includes(setup.era) ? named : { ...named, era: defaultEra(revision) };
}

const CHECK_TITLES: Readonly<Record<Checks, readonly [title: string, note: string]>> = {
  kernel: ['CONFIG_DEBUG_VM=y', 'BUG ends the task; WARN continues'],
  stop: ['Stop at first check', 'the run ends at the first check that fires'],
  off: ['CONFIG_DEBUG_VM=n', 'no checks are evaluated'],
};

/** The title of a choice of checks. */
export const checksTitle = (checks: Checks): string => CHECK_TITLES[checks][0];

const choicesIn = memoLast((setup: Setup): SetupChoices => {
  const choice = (change: Partial<Setup>, id: string, title: string, note: string): SetupChoice => {
    const world = prepare(withSupportedRelease({ ...setup, ...change }, change));
    const [key = 'revision'] = Object.keys(change);
    const now = setup[key as keyof Setup];
    return { id, title, note, chosen: id === now, impossible: world.ok ? null : world.error, change };
  };
  const backend = backends.find(setup.backend);
  return {
    revision: revisions.all.map(({ id, title, date, nearest }) => {
      const day = date === null ? '' : date;
      return choice({ revision: id }, id, title, nearest ? `${day} · nearest kernel release` : day);
    }),
    backend: backends.all.map(({ id, title, defers }) => choice({ backend: id }, id, title, defers)),
    era: ERAS.map((era) => {
      const simulated = backend ? simulatedEra(backend, era) : null;
      return choice({ era }, era, era, simulated === null || simulated === era ? '' : `same as ${simulated}`);
    }),
    checks: CHECKS.map((checks) => choice({ checks }, checks, ...CHECK_TITLES[checks])),
  };
});
