import { backends } from '../../engine/backends/index.ts';
import type { Program, Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { rowIndexOf } from '../../engine/run/row-index.ts';
import { DEFAULTS, defaultEra, prepare, type World } from '../../engine/setup/world.ts';
import { type Comparison, compareRuns } from '../../layout/compare/compare.ts';
import { assert } from '../../lib/assert.ts';
import { memoLast } from '../../lib/memo.ts';
import { isSameSide } from '../document/try-out.ts';
import type { AppState, Side } from '../state/state.ts';
import { firstRows } from './first-rows.ts';

/** Compare covers the first rows of a program, up to this many. */
export const MAX_COMPARED_ROWS = 1000;
/** The number of columns next to the program's own. */
export const MAX_SIDES = 5;

type Compared = Pick<AppState, 'document' | 'compared'>;

/** Returns the setups to compare with: those that the user picked and that can run, otherwise the nearest one. */
export const sidesOf = ({ document, compared }: Compared): readonly Side[] => chosenSides(document.setup, compared);

const chosenSides = memoLast((setup: Setup, compared: readonly Side[] | null): readonly Side[] => {
  const left = (compared ?? []).filter((side) => !isSameSide(side, setup) && isPossible(setup, side));
  if (left.length > 0) return left;
  const next = nextSide(setup, []);
  return next ? [next] : [];
});

/**
 * Returns the next setup to compare with. It prefers the default revision, then the nearest in the registry, on the same
 * architecture. If no other revision runs there, it returns the same revision on another architecture.
 */
export function nextSide(setup: Setup, sides: readonly Side[]): Side | null {
  const { revision, backend, era } = setup;
  const own = revisions.ids.indexOf(revision);
  const far = (id: string) => Math.abs(revisions.ids.indexOf(id) - own);
  const nearest = [...revisions.all].sort((a, b) => far(a.id) - far(b.id));
  const wanted = [revisions.get(DEFAULTS.revision), ...nearest];
  const simulated = [...backends.all].sort((a, b) => Number(b.configured) - Number(a.configured));
  const candidates = [
    ...wanted.flatMap((one) =>
      [era, defaultEra(one), ...one.meets].map((at) => ({ revision: one.id, backend, era: at })),
    ),
    ...simulated.map(({ id }) => ({ revision, backend: id, era })),
  ];
  const taken = [setup, ...sides];
  // A revision that has a column already is offered on another architecture only.
  const other = candidates.filter(
    (side) => !taken.some((one) => one.revision === side.revision && one.backend === side.backend),
  );
  return other.find((side) => isPossible(setup, side)) ?? null;
}

const isPossible = (setup: Setup, side: Side): boolean => prepare({ ...setup, ...side }).ok;

/** Compares the program under its own setup with the other setups. */
export const selectComparison = (state: Compared): Comparison =>
  comparisonOf(state.document.program, state.document.setup, sidesOf(state));

const comparisonOf = memoLast((program: Program, setup: Setup, sides: readonly Side[]): Comparison => {
  const worlds = [setup, ...sides.map((side) => ({ ...setup, ...side }))].map(worldOf);
  return compareRuns(worlds, limitProgram(program));
});

function worldOf(setup: Setup): World {
  const world = prepare(setup);
  assert(world.ok, world.ok ? '' : world.error);
  return world.value;
}

/** Cuts a program to the rows that Compare covers. */
export const limitProgram = (program: Program): Program => firstRows(program, rowIndexOf(program), MAX_COMPARED_ROWS);

/** Undoes `limitProgram`: appends the events that it cut, and keeps the compared events. */
export const restoreProgram = (compared: Program, whole: Program): Program =>
  compared.length === whole.length && compared.every((event, i) => event === whole[i])
    ? whole
    : [...compared, ...whole.slice(compared.length)];
