import type { Setup } from '../engine/model.ts';
import { run } from '../engine/run/run.ts';
import { DEFAULTS, prepare, type World } from '../engine/setup/world.ts';
import type { Traces } from '../formats/format.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Read } from '../notation/read-any.ts';
import { fittingRevision } from './fitting-revision.ts';
import { type Choice, setupsOf } from './setup-options.ts';

/** A program's runs, one for each backend. */
export interface Runs {
  readonly traces: Traces;
  /** Something that a person should know about how it was run; null: nothing. */
  readonly remark: string | null;
}

/** Runs programs as a choice says; the error is a sentence that says why that cannot be. */
export type Runner = (read: Read) => Result<Runs, string>;

export function runnerOf(choice: Choice): Runner {
  const worlds = new Map<string, Result<World, string>>();
  const worldOf = (setup: Setup): Result<World, string> => {
    const key = JSON.stringify(setup);
    const world = worlds.get(key) ?? prepare(setup);
    worlds.set(key, world);
    return world;
  };
  const runAll = (read: Read, chosen: Choice): Result<Traces, string> => {
    const traces = [];
    for (const setup of setupsOf(chosen, read.from === 'link' ? read.view : null)) {
      const world = worldOf(setup);
      if (!world.ok) return world;
      traces.push(run(world.value, read.program));
    }
    const [first, ...rest] = traces;
    return first ? ok([first, ...rest]) : err('no backend was asked for');
  };
  return (read) => {
    let chosen = choice;
    let remark: string | null = null;
    if (read.from === 'table' && choice.revision === null) {
      const fitting = fittingRevision(read.table, DEFAULTS.revision, (revision) => {
        const traces = runAll(read, { ...choice, revision });
        return traces.ok ? traces.value[0] : null;
      });
      if (fitting && fitting.id !== DEFAULTS.revision) {
        chosen = { ...choice, revision: fitting.id };
        const names = fitting.fields.map(({ label }) => label).join(' and ');
        remark = `the columns are those of ${fitting.id} (${names}), so that is what ran; --revision chooses another`;
      }
    }
    const traces = runAll(read, chosen);
    return traces.ok ? ok({ traces: traces.value, remark }) : traces;
  };
}
