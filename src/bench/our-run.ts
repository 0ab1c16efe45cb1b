import { run } from '../engine/run.ts';
import { prepare, setupOf, type World } from '../engine/world.ts';
import { assert } from '../lib/assert.ts';
import { callEvent } from './calls.ts';
import type { Done, Variant } from './variant.ts';

export function worldOf(backend: string): World {
  const world = prepare(setupOf({ revision: 'v6', backend }));
  assert(world.ok, 'the default setup can be prepared');
  return world.value;
}

/** The product's own run, as page and command line use it. */
export const ourRun: Variant = {
  title: 'our run',
  prepare(calls) {
    const world = worldOf('arm64');
    const program = calls.map(callEvent);
    return () => {
      const trace = run(world, program);
      return {
        length: trace.length,
        at(slot) {
          const { fields, callbacks, checks } = trace.summaryAt(slot);
          return {
            enable_count: fields.enable_count ?? -1,
            pause_count: fields.pause_count ?? -1,
            callback: (callbacks[0]?.callback ?? null) as Done['callback'],
            held: checks.length > 0,
          };
        },
      };
    };
  },
};
