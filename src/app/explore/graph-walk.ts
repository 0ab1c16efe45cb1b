import type { Machine } from '../../engine/model.ts';
import { rowsOf } from '../../engine/run/rows.ts';
import { initialMachine } from '../../engine/setup/world.ts';
import { actsOf } from '../../explore/kernel-space/actions.ts';
import { tasksIn } from '../../explore/kernel-space/scope.ts';
import { programOf } from '../../explore/queries/program.ts';
import type { Inquiry } from '../../explore/queries/query.ts';
import { placeText } from '../../explore/queries/words.ts';
import { describe, type Midway, type Telling } from '../../explore/state-graph/describe.ts';
import type { Drawn, GraphEdge } from '../../explore/state-graph/graph.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { documentOf } from '../document/document.ts';
import type { Opening } from '../document/opening.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState } from '../state/state.ts';

/** The state of a graph in which the page's program stands at its step; null where it is about another setup, or not there. */
export function placeOfStep(
  { document, trace, cursor }: Pick<AppState, 'document' | 'trace' | 'cursor'>,
  { setup, scope }: Inquiry,
  { nodes }: Drawn,
  telling: Telling,
): number | null {
  if (!deepEqual(document.setup, setup)) return null;
  const machine = machineAt({ trace, cursor });
  const tasks = tasksIn(scope);
  const midway = midwayAt({ trace, cursor });
  // Where calls are done as a whole, a step within one is in no state: what the fields say by then comes nearest.
  for (const call of midway === null ? [null] : [midway, null]) {
    const { says } = describe(trace.world, machine, tasks, telling, call);
    const found = nodes.find((node) => node.says === says);
    if (found) return found.id;
  }
  return null;
}

type Place = Pick<AppState, 'trace' | 'cursor'>;

function machineAt({ trace, cursor }: Place): Machine {
  if (cursor.slot < 0) return initialMachine(trace.world);
  const { moments, after } = detailAt(trace, cursor.slot);
  return (cursor.moment === null ? undefined : moments[cursor.moment]?.machine) ?? after;
}

/** The call that is being stepped through. */
function midwayAt({ trace, cursor }: Place): Midway | null {
  if (cursor.slot < 0 || cursor.moment === null) return null;
  const { row, moments } = detailAt(trace, cursor.slot);
  const moment = moments[cursor.moment];
  if (row.event.kind !== 'call' || !moment || moment.statement === null || moment.task === null) return null;
  return { task: moment.task, helper: row.event.helper, last: moment.statement };
}

/** The moves out of a state, as they lead on: those that break something first. */
export const movesFrom = ({ edges }: Drawn, node: number): readonly GraphEdge[] =>
  edges.filter(({ from }) => from === node).sort((a, b) => Number(b.broken !== null) - Number(a.broken !== null));

/** A walk as a document of its own, at its end. */
export function openingOfWalk({ setup, scope }: Inquiry, moves: readonly number[]): Opening {
  const program = programOf(moves, actsOf(scope));
  const document = documentOf(program, setup, `a walk in ${placeText(setup)}`);
  return { document, row: rowsOf(program).length, moment: null };
}
