import type { Program } from '../engine/model.ts';
import { run } from '../engine/run/run.ts';
import { prepare, setupOf, type World } from '../engine/setup/world.ts';
import { assert } from '../lib/assert.ts';
import { callEvent } from './calls.ts';
import type { CallEffect, FinishedRun, Variant } from './variant.ts';

/** The default setup, prepared for each run. */
export function defaultWorld(): World {
  const world = prepare(setupOf({}));
  assert(world.ok, 'the default setup can be prepared');
  return world.value;
}

/** The simulator, as the page and the command line use it. */
export const ourRun: Variant = {
  title: 'our run',
  prepare(calls) {
    const world = defaultWorld();
    const program = calls.map(callEvent);
    return () => keep(world, program);
  },
};

/** The simulator on a cold start: the helpers are not compiled yet, and nothing is memoised. */
export const ourFirstRun: Variant = {
  title: 'our run, from cold',
  prepare(calls) {
    const program = calls.map(callEvent);
    return () => keep(defaultWorld(), program);
  },
};

function keep(world: World, program: Program): FinishedRun {
  const trace = run(world, program);
  return {
    length: trace.length,
    at(slot) {
      const { fields, callbacks, checks } = trace.summaryAt(slot);
      return {
        enable_count: fields.enable_count ?? -1,
        pause_count: fields.pause_count ?? -1,
        callback: (callbacks[0]?.callback ?? null) as CallEffect['callback'],
        held: checks.length > 0,
      };
    },
  };
}
