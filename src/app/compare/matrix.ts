import type { Scenario } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { backends } from '../../engine/backends/index.ts';
import type { Era, Program, Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import type { Revision } from '../../engine/revisions/revision.ts';
import { run, type Trace } from '../../engine/run/run.ts';
import { defaultEra, prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { alignProgram } from '../../layout/compare/align.ts';
import type { Matrix, MatrixCell, MatrixHead, MatrixVerdict } from '../../layout/compare/matrix.ts';
import { assessRun } from '../../layout/compare/verdict.ts';
import { assert } from '../../lib/assert.ts';
import { memoLast } from '../../lib/memo.ts';
import { createDocument } from '../document/document.ts';
import type { OpenRequest } from '../document/open-request.ts';
import { openScenario } from '../document/scenario-document.ts';
import type { Document, Side } from '../state/state.ts';
import { limitProgram, restoreProgram } from './compare.ts';

/** A row of the matrix: a program to run under every revision. */
export interface Judging {
  readonly title: string;
  readonly program: Program;
  /** Its original setup: positions inside calls count the statements of this revision. */
  readonly setup: Setup;
  /** Kernel releases to try first. */
  readonly eras: readonly Era[];
  readonly place: string | null;
  /** Null for the user's own program. */
  readonly scenario: Scenario | null;
}

/** Lists the user's program and every scenario. A scenario without its own architecture runs on the selected one. */
export const judgingsOf = memoLast((document: Document): readonly Judging[] => {
  const { program, setup, title } = document;
  const own: Judging = {
    title: title === null ? 'Your program' : `Your program: ${title}`,
    program: limitProgram(program),
    setup,
    eras: [setup.era],
    place: null,
    scenario: null,
  };
  return [own, ...scenarios.all.map((scenario) => ofScenario(scenario, setup))];
});

function ofScenario(scenario: Scenario, { backend, era }: Setup): Judging {
  const needs = scenario.setup.backend;
  const { document } = openScenario(scenario);
  return {
    title: scenario.title,
    program: document.program,
    setup: { ...document.setup, backend: needs ?? backend },
    eras: needs === undefined ? [era] : [document.setup.era, era],
    place: needs === undefined || needs === backend ? null : (backends.find(needs)?.title ?? needs),
    scenario,
  };
}

export const matrixHeads: readonly MatrixHead[] = revisions.all.map(({ id, date, source }) => ({
  id,
  date,
  subject: source.subject,
}));

/** Runs a program under a revision and returns its verdict, or the reason why it cannot run. */
export function cellOf(judging: Judging, revision: string): MatrixCell {
  const world = worldFor(judging, revisions.get(revision));
  if (typeof world === 'string') return { impossible: world };
  const { scenario } = judging;
  const key = scenario && `${scenario.id} ${JSON.stringify(world.setup)}`;
  const cached = key === null ? undefined : cellCache.get(key);
  if (cached) return cached;
  const { program, unsure } = alignedTo(judging, world);
  const trace = run(world, program);
  const cell = { ...assessRun(trace), unsure: unsure || (program !== judging.program && skips(trace)) };
  if (key !== null) cellCache.set(key, cell);
  return cell;
}

const skips = (trace: Trace): boolean =>
  Array.from({ length: trace.length }, (_, slot) => slot).some((slot) => trace.summaryAt(slot).outcome === 'skipped');

/** Scenarios do not change while the page is open. */
const cellCache = new Map<string, MatrixVerdict>();

/** Returns the setup of a cell; null if the program cannot run under the revision. */
export function sideOf(judging: Judging, revision: string): Side | null {
  const world = worldFor(judging, revisions.get(revision));
  return typeof world === 'string' ? null : world.setup;
}

function worldFor({ setup, eras }: Judging, revision: Revision): World | string {
  let rejection = '';
  for (const era of [...eras, defaultEra(revision), ...revision.meets]) {
    if (!revision.meets.includes(era)) continue;
    const world = worldOf({ ...setup, revision: revision.id, era });
    if (world.ok) return world.value;
    rejection ||= world.error;
  }
  return rejection;
}

function worldOf(setup: Setup): ReturnType<typeof prepare> {
  const key = JSON.stringify(setup);
  const world = worlds.get(key) ?? prepare(setup);
  worlds.set(key, world);
  return world;
}

/** Programs under one setup share its world, and so its transition table. */
const worlds = new Map<string, ReturnType<typeof prepare>>();

function alignedTo(judging: Judging, world: World): { readonly program: Program; readonly unsure: boolean } {
  const own = worldFor(judging, revisions.get(judging.setup.revision));
  const first = typeof own === 'string' ? prepareOwn(judging) : own;
  const { program, unsure } = alignProgram([first, world], judging.program);
  return { program, unsure: unsure.length > 0 };
}

/** If the original revision cannot run on the selected architecture, statement numbers refer to the original setup. */
function prepareOwn({ scenario, setup }: Judging): World {
  const world = prepare(scenario ? setupOf(scenario.setup) : setup);
  assert(world.ok, world.ok ? '' : world.error);
  return world.value;
}

/** Returns what a cell opens: a scenario as a new document, or the user's program under the setup of the cell. */
export function requestForCell(
  judging: Judging,
  revision: string,
  document: Document,
): OpenRequest | { side: Side; program: Program } | null {
  const world = worldFor(judging, revisions.get(revision));
  if (typeof world === 'string') return null;
  const { program } = alignedTo(judging, world);
  const { setup } = world;
  const { scenario, title } = judging;
  if (!scenario) {
    const side = { revision: setup.revision, backend: setup.backend, era: setup.era };
    return { side, program: restoreProgram(program, document.program) };
  }
  return { document: createDocument(program, setup, title), row: scenario.row, moment: null };
}

/** Assembles the matrix for its text; cells without a result yet are left out. */
export const matrixOf = (
  judgings: readonly Judging[],
  cells: readonly (readonly MatrixCell[])[],
  place: string,
): Matrix => ({
  heads: matrixHeads,
  rows: judgings.map(({ title, place: own }, i) => ({ title, place: own, cells: cells[i] ?? [] })),
  place,
});
