import type { Setup } from '../engine/model.ts';
import { exceedsBudget } from '../engine/run/cost-estimate.ts';
import { run } from '../engine/run/run.ts';
import { DEFAULTS, prepare, type World } from '../engine/setup/world.ts';
import type { Traces } from '../formats/format.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ParsedInput } from '../notation/read-any.ts';
import { findFittingRevision } from './fitting-revision.ts';
import { resolveSetups, type SetupRequest } from './setup-options.ts';

/** The runs of one program, one for each backend. */
export interface ProgramRuns {
  readonly traces: Traces;
  /** What the user should know about the choice of the setup; null: nothing. */
  readonly remark: string | null;
}

/** Runs a program; the error is one sentence. */
export type ProgramRunner = (read: ParsedInput) => Result<ProgramRuns, string>;

/**
 * Creates a runner for one request. It prepares each setup once, however many programs there are, and refuses a program
 * whose run costs more than `maxCost`, in plain calls.
 */
export function createRunner(request: SetupRequest, maxCost: number): ProgramRunner {
  const worlds = new Map<string, Result<World, string>>();
  const worldOf = (setup: Setup): Result<World, string> => {
    const key = JSON.stringify(setup);
    const world = worlds.get(key) ?? prepare(setup);
    worlds.set(key, world);
    return world;
  };
  const runAll = (read: ParsedInput, requested: SetupRequest): Result<Traces, string> => {
    const traces = [];
    for (const setup of resolveSetups(requested, read.from === 'link' ? read.view : null)) {
      const world = worldOf(setup);
      if (!world.ok) return world;
      traces.push(run(world.value, read.program));
    }
    const [first, ...rest] = traces;
    return first ? ok([first, ...rest]) : err('no backend is selected');
  };
  return (read) => {
    const work = exceedsBudget(read.program, maxCost);
    if (work !== null) return err(`${work} (--max-cost)`);
    let requested = request;
    let remark: string | null = null;
    if (read.from === 'table' && request.revision === null) {
      const fitting = findFittingRevision(read.table, DEFAULTS.revision, (revision) => {
        const traces = runAll(read, { ...request, revision });
        return traces.ok ? traces.value[0] : null;
      });
      if (fitting && fitting.id !== DEFAULTS.revision) {
        requested = { ...request, revision: fitting.id };
        const names = fitting.fields.map(({ label }) => label).join(' and ');
        remark = `the columns match ${fitting.id} (${names}), so it was run on that; use --revision to choose another`;
      }
    }
    const traces = runAll(read, requested);
    return traces.ok ? ok({ traces: traces.value, remark }) : traces;
  };
}
