import type { Machine } from '../../engine/model.ts';
import { rowsOf } from '../../engine/run/rows.ts';
import { initialMachine } from '../../engine/setup/world.ts';
import { listActions } from '../../explore/kernel-space/actions.ts';
import { tasksOf } from '../../explore/kernel-space/scope.ts';
import { shortSetupText } from '../../explore/queries/descriptions.ts';
import { programFromMoves } from '../../explore/queries/program-from-moves.ts';
import type { Query } from '../../explore/queries/query.ts';
import { type CallInProgress, describeState, type Grouping } from '../../explore/state-graph/describe.ts';
import type { GraphEdge, GraphView } from '../../explore/state-graph/graph.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { createDocument } from '../document/document.ts';
import type { OpenRequest } from '../document/open-request.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState } from '../state/state.ts';

/** Finds the node whose state the playhead shows; null under another setup, or if the state is not drawn. */
export function nodeAtPlayhead(
  { document, trace, cursor }: Pick<AppState, 'document' | 'trace' | 'cursor'>,
  { setup, scope }: Query,
  { nodes }: GraphView,
  grouping: Grouping,
): number | null {
  if (!deepEqual(document.setup, setup)) return null;
  const machine = machineAt({ trace, cursor });
  const tasks = tasksOf(scope);
  const inProgress = callInProgressAt({ trace, cursor });
  // Where calls are not interrupted, no node shows a state inside a call; the node with the same fields comes nearest.
  for (const call of inProgress === null ? [null] : [inProgress, null]) {
    const { description } = describeState(trace.world, machine, tasks, grouping, call);
    const found = nodes.find((node) => node.description === description);
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
function callInProgressAt({ trace, cursor }: Place): CallInProgress | null {
  if (cursor.slot < 0 || cursor.moment === null) return null;
  const { row, moments } = detailAt(trace, cursor.slot);
  const moment = moments[cursor.moment];
  if (row.event.kind !== 'call' || !moment || moment.statement === null || moment.task === null) return null;
  return { task: moment.task, helper: row.event.helper, last: moment.statement };
}

/** Moves out of a node; those with a violation come first. */
export const movesFrom = ({ edges }: GraphView, node: number): readonly GraphEdge[] =>
  edges.filter(({ from }) => from === node).sort((a, b) => Number(b.broken !== null) - Number(a.broken !== null));

/** Returns a walk as a document of its own, at its end. */
export function walkRequest({ setup, scope }: Query, moves: readonly number[]): OpenRequest {
  const program = programFromMoves(moves, listActions(scope));
  const document = createDocument(program, setup, `walk in ${shortSetupText(setup)}`);
  return { document, row: rowsOf(program).length, moment: null };
}
