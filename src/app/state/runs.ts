import type { Program, Setup } from '../../engine/model.ts';
import { startRerun, startRun, type Trace } from '../../engine/run/run.ts';
import { prepare } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import type { AppState, Document } from './state.ts';
import { isSameArchitecture, visibleArchitectures } from './visible-architectures.ts';

export type Runs = Pick<AppState, 'trace' | 'visibleRuns' | 'running'>;

/** Rows that run at once, on all architectures together: all of most programs, and a few ms of a long one. */
const ROWS_AT_ONCE = 600;

/**
 * Runs a document on its architectures, each of which must be possible, and reuses older runs where that saves work. A long
 * run is only begun; the runner continues it.
 */
export function runsOf(old: Pick<Runs, 'visibleRuns'> | null, document: Document): Runs {
  const { program, setup } = document;
  const visibleRuns = visibleArchitectures(document).map((architecture) => {
    const wanted = { ...setup, ...architecture };
    return runOn(wanted, program, old?.visibleRuns.find((one) => deepEqual(one.setup, wanted)) ?? null);
  });
  const trace = visibleRuns.find((one) => isSameArchitecture(one.setup, setup));
  assert(trace, `the run on ${setup.backend} ${setup.era} is missing`);
  for (const one of visibleRuns) one.advance(ROWS_AT_ONCE / visibleRuns.length);
  return { trace, visibleRuns, running: visibleRuns.some(({ isComplete }) => !isComplete) };
}

function runOn(setup: Setup, program: Program, old: Trace | null): Trace {
  if (old) return old.program === program ? old : startRerun(old, program);
  const world = prepare(setup);
  assert(world.ok, world.ok ? '' : `the setup was not checked: ${world.error}`);
  return startRun(world.value, program);
}
