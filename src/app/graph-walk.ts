import type { Machine } from '../engine/model.ts';
import { rowsOf } from '../engine/rows.ts';
import { initialMachine } from '../engine/world.ts';
import { actsOf } from '../explore/acts.ts';
import { describe, type Telling } from '../explore/describe.ts';
import type { Drawn, GraphEdge } from '../explore/graph.ts';
import type { Inquiry } from '../explore/inquiry.ts';
import { programOf } from '../explore/program.ts';
import { tasksIn } from '../explore/scope.ts';
import { setupText } from '../explore/words.ts';
import { documentOf } from './document.ts';
import { same } from './keep-events.ts';
import type { Opening } from './opening.ts';
import type { AppState } from './state.ts';
import { detailAt } from './steps.ts';

/** The state of a graph in which the page's program stands at its step; null where it is about another setup, or not there. */
export function placeOfStep(
  { document, trace, cursor }: Pick<AppState, 'document' | 'trace' | 'cursor'>,
  { setup, scope }: Inquiry,
  { nodes }: Drawn,
  telling: Telling,
): number | null {
  if (!same(document.setup, setup)) return null;
  const { says } = describe(trace.world, machineAt({ trace, cursor }), tasksIn(scope), telling);
  return nodes.find((node) => node.says === says)?.id ?? null;
}

function machineAt({ trace, cursor }: Pick<AppState, 'trace' | 'cursor'>): Machine {
  if (cursor.slot < 0) return initialMachine(trace.world);
  const { moments, after } = detailAt(trace, cursor.slot);
  return (cursor.moment === null ? undefined : moments[cursor.moment]?.machine) ?? after;
}

/** The moves out of a state, as they lead on: those that break something first. */
export const movesFrom = ({ edges }: Drawn, node: number): readonly GraphEdge[] =>
  edges.filter(({ from }) => from === node).sort((a, b) => Number(b.broken !== null) - Number(a.broken !== null));

/** A walk as a document of its own, at its end. */
export function openingOfWalk({ setup, scope }: Inquiry, moves: readonly number[]): Opening {
  const program = programOf(moves, actsOf(scope));
  const document = documentOf(program, setup, `a walk in ${setupText(setup)}`);
  return { document, row: rowsOf(program).length, moment: null };
}
