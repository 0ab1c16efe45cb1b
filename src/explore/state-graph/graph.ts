import type { Finding, Machine } from '../../engine/model.ts';
import type { RuleState } from '../../engine/rules/rule.ts';
import { initialMachine, newTask, prepare, type World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Action, actionOfMove, listActions, stopOfMove } from '../kernel-space/actions.ts';
import { canonicalise, restoreMachine } from '../kernel-space/canonical-state.ts';
import { executeAction, type StopPoints } from '../kernel-space/execute-action.ts';
import { keptValueRepresentatives } from '../kernel-space/kept-values.ts';
import { createKernelSpace } from '../kernel-space/kernel-space.ts';
import { type SearchScope, tasksOf } from '../kernel-space/scope.ts';
import { legalWorld, validateScope } from '../queries/check.ts';
import { goalPredicate } from '../queries/goal.ts';
import { isViolationOf, propertyReads } from '../queries/property.ts';
import { propertyOf, type Query } from '../queries/query.ts';
import type { SearchMonitor, StackMove, StateSpace } from '../search/space.ts';
import { describeState, type Grouping, type StateDescription } from './describe.ts';

/** The reachable states and the moves between them, up to a limit. */
export interface StateGraph {
  /** Number of states found, and whether these are all. */
  readonly stateCount: number;
  readonly isComplete: boolean;
  /** Single states, up to the greatest length at which they fit the limit. */
  readonly byState: GraphView;
  /**
   * All states found, grouped by equal descriptions: counters from 2 to 253, and two or more pending updates, are not
   * distinguished.
   */
  readonly byClass: GraphView;
  /** Number of classes; those of the least lengths are drawn. */
  readonly classCount: number;
}

export interface GraphView {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether moves lead to states that are left out. */
  readonly isTruncated: boolean;
}

export interface GraphNode extends StateDescription {
  /** Index among the nodes. */
  readonly id: number;
  /** Length and moves of a shortest program that leads here. */
  readonly length: number;
  readonly moves: readonly number[];
  /** Number of states that the node stands for. */
  readonly states: number;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** The event in the notation, or how a call resumes. */
  readonly event: string;
  /** Moves of a shortest program that ends with this edge. */
  readonly moves: readonly number[];
  /** The violation on this edge, in a word or two; null if there is none. */
  readonly broken: string | null;
}

/** Limits: states explored, and states and classes drawn. */
export interface GraphLimits {
  readonly states: number;
  readonly drawnStates: number;
  readonly drawnClasses: number;
}

export const GRAPH_LIMITS: GraphLimits = { states: 20_000, drawnStates: 120, drawnClasses: 160 };

const POLL_INTERVAL = 256;
/** Number of states after which a preview is shown: early, and with most classes of most spaces. */
const PREVIEW_STATES = 512;

/** Observes a graph while it is built. */
export interface GraphMonitor extends SearchMonitor {
  /** Receives a partial graph; later ones only add to it. */
  onPreview?(graph: StateGraph): void;
}

/** A state that has been reached. */
interface VisitedState {
  readonly id: number;
  readonly words: Uint32Array;
  /** The stack below its top, outermost first. */
  readonly stack: readonly Uint32Array[];
  length: number;
  /** The state and the move that led here. */
  from: VisitedState | null;
  move: number;
  /** null once the state is expanded and its machine is no longer needed. */
  machine: Machine | null;
  readonly class: string;
}

/**
 * Explores the space of a query by increasing length, including what lies beyond a violation. The simulator executes
 * each move.
 */
export function buildStateGraph(
  query: Query,
  limits: GraphLimits = GRAPH_LIMITS,
  monitor: GraphMonitor = {},
): Result<StateGraph, string> {
  const prepared = prepare(query.setup);
  if (!prepared.ok) return prepared;
  const refusal = validateScope(query.scope, query.target.kind === 'differ');
  if (refusal !== null) return err(refusal);
  const world = prepared.value;
  const { scope } = query;
  const tasks = tasksOf(scope);
  const actions = listActions(scope);
  const { space, violationText } = createSpace(query, world);
  const drawnBy = { each: collector('each'), class: collector('class') };
  const found = new Map<string, VisitedState>();
  const queue: VisitedState[][] = [];

  function collector(grouping: Grouping) {
    return { grouping, nodes: new Map<string, Counted>(), edges: new Map<string, GraphEdge & { length: number }>() };
  }

  const reach = (
    words: Uint32Array,
    stack: readonly Uint32Array[],
    length: number,
    from: VisitedState | null,
    move: number,
  ) => {
    const key = `${words.join()}|${stack.map((one) => one.join()).join('|')}`;
    const known = found.get(key);
    if (known) {
      if (known.machine !== null && length < known.length) {
        Object.assign(known, { length, from, move });
        bucketAt(length).push(known);
      }
      return known;
    }
    const machine = from === null ? withTasks(world, tasks) : machineAfter(world, scope, from, actions, move);
    const told = describeState(world, machine, tasks, 'class');
    const one: VisitedState = { id: found.size, words, stack, length, from, move, machine, class: told.description };
    found.set(key, one);
    bucketAt(length).push(one);
    return one;
  };
  const bucketAt = (length: number): VisitedState[] => {
    queue[length] ??= [];
    return queue[length];
  };

  reach(Uint32Array.from(space.initial), [], 0, null, 0);
  const visited: VisitedState[] = [];
  let length = 0;
  for (; length < queue.length; length++) {
    for (let i = 0; i < (queue[length]?.length ?? 0); i++) {
      const one = queue[length]?.[i] as VisitedState;
      if (one.machine === null || one.length !== length) continue;
      if (found.size > limits.states) {
        return ok(buildGraph(false));
      }
      visited.push(one);
      note(one);
      expand(one);
      one.machine = null;
      if (visited.length % POLL_INTERVAL !== 0) continue;
      monitor.onProgress?.({ states: found.size, length });
      if (visited.length === PREVIEW_STATES) monitor.onPreview?.(buildGraph(false));
      if (monitor.isCancelled?.()) return err('cancelled');
    }
  }

  /** Adds a state to its own node, while those are few, and to the node of its class. */
  function note(one: VisitedState): void {
    const machine = one.machine as Machine;
    const add = (into: Map<string, Counted>, key: string, grouping: Grouping) => {
      const known = into.get(key);
      if (known) known.states += 1;
      else into.set(key, { ...describeState(world, machine, tasks, grouping), first: one, states: 1 });
    };
    if (visited.length <= limits.drawnStates + 1) add(drawnBy.each.nodes, String(one.id), 'each');
    add(drawnBy.class.nodes, one.class, 'class');
  }

  function expand(one: VisitedState): void {
    const moves: { move: number; cost: number; words: Uint32Array; goal: boolean; stack: StackMove }[] = [];
    space.moves(one.words, (move, cost, words, goal, stack) => {
      moves.push({ move, cost, words: Uint32Array.from(words).subarray(0, space.width), goal, stack });
    });
    for (const { move, cost, words, goal, stack } of moves) {
      const { words: next, stack: beneath } = stateAfter(space, one, words, stack);
      const to = reach(next, beneath, length + cost, one, move);
      const broken = goal ? violationText(one, move) : null;
      const event = eventText(actions[actionOfMove(move)] as Action, stopOfMove(move));
      const put = (edges: ReturnType<typeof collector>['edges'], from: string, into: string) => {
        const key = `${from} ${into} ${event} ${broken}`;
        const known = edges.get(key);
        if (known && known.length <= length) return;
        const all = [...pathTo(one), move];
        edges.set(key, { from: one.id, to: to.id, event, moves: all, broken, length });
      };
      if (visited.length <= limits.drawnStates) put(drawnBy.each.edges, String(one.id), String(to.id));
      put(drawnBy.class.edges, one.class, to.class);
    }
  }

  return ok(buildGraph(true));

  function buildGraph(complete: boolean): StateGraph {
    const all = [...found.values()];
    const each = [...drawnBy.each.nodes.values()];
    const classNodes = [...drawnBy.class.nodes.values()];
    return {
      stateCount: found.size,
      isComplete: complete,
      byState: graphView(limitNodes(each, limits.drawnStates, complete), drawnBy.each.edges, String, complete),
      classCount: drawnBy.class.nodes.size,
      byClass: graphView(
        limitNodes(classNodes, limits.drawnClasses, true),
        drawnBy.class.edges,
        (id) => all[id]?.class ?? '',
        complete,
      ),
    };
  }

  /** Builds the nodes in order and the edges between them. `keyOf` maps a state to its node. */
  function graphView(
    kept: readonly Counted[],
    edges: ReadonlyMap<string, GraphEdge>,
    keyOf: (state: number) => string,
    complete: boolean,
  ): GraphView {
    const places = new Map(kept.map(({ first }, place) => [keyOf(first.id), place]));
    const between = [...edges.values()].flatMap((edge): GraphEdge[] => {
      const [from, to] = [places.get(keyOf(edge.from)), places.get(keyOf(edge.to))];
      const { event, moves, broken } = edge;
      return from === undefined || to === undefined ? [] : [{ from, to, event, moves, broken }];
    });
    const nodes = kept.map(({ first, description: says, lines, active, states }, id): GraphNode => {
      return { id, description: says, lines, active, states, length: first.length, moves: pathTo(first) };
    });
    return { nodes, edges: between, isTruncated: between.length < edges.size || !complete };
  }
}

type Counted = StateDescription & { readonly first: VisitedState; states: number };

/** Keeps the nodes up to the greatest length at which they fit the limit. */
function limitNodes(nodes: readonly Counted[], most: number, complete: boolean): readonly Counted[] {
  if (nodes.length <= most && complete) return nodes;
  const beyond = nodes[most]?.first.length ?? Number.POSITIVE_INFINITY;
  const kept = nodes.filter(({ first }) => first.length < beyond);
  return kept.length > 0 ? kept : nodes.slice(0, most);
}

/** Creates the space of a query, and a function that names the violation of a move. */
function createSpace(
  { setup, target, scope }: Query,
  world: World,
): { space: StateSpace; violationText(from: VisitedState, move: number): string } {
  const legal = legalWorld(scope, setup);
  const actions = listActions(scope);
  if (target.kind === 'differ') {
    const other = prepare(target.other);
    assert(other.ok, other.ok ? '' : other.error);
    const worlds = [world, other.value] as const;
    return {
      space: createKernelSpace({ scope, worlds, legal, isViolation: null, reads: new Set() }),
      violationText: () => 'differs',
    };
  }
  const worlds = [world] as const;
  if (target.kind === 'reach') {
    const isGoalState = goalPredicate(target.goal, world);
    const reads = new Set<never>();
    return {
      space: createKernelSpace({ scope, worlds, legal, isViolation: () => false, isGoalState, reads }),
      violationText: () => 'reached',
    };
  }
  const property = propertyOf(target);
  const isViolation = (finding: Finding) => isViolationOf(property, finding);
  return {
    space: createKernelSpace({ scope, worlds, legal, isViolation, reads: propertyReads(property) }),
    violationText(from, move) {
      const findings = executeMove(world, scope, from, actions, move).rows.flatMap((row) =>
        row.findings.filter(isViolation),
      );
      return [...new Set(findings.map(({ rule, sub }) => (sub === null ? rule : `${rule}.${sub}`)))].join(', ');
    },
  };
}

function withTasks(world: World, tasks: readonly string[]): Machine {
  const machine = initialMachine(world);
  const more = tasks.filter((id) => !machine.tasks[id]).map((id) => [id, newTask(world, 'm1', null)] as const);
  return { ...machine, tasks: { ...machine.tasks, ...Object.fromEntries(more) } };
}

const machineAfter = (...move: Parameters<typeof executeMove>): Machine => executeMove(...move).machine;

function executeMove(world: World, scope: SearchScope, from: VisitedState, actions: readonly Action[], move: number) {
  assert(from.machine, 'a state is left before it is forgotten');
  const left = executeAction(world, from.machine, actions[actionOfMove(move)] as Action, stopsOf(scope));
  const one = left.find(({ stop }) => stop === stopOfMove(move));
  assert(one, `no stop ${stopOfMove(move)}`);
  // An interrupted call is stored at its task's index, where actions look for it.
  return { rows: one.rows, machine: restoreMachine(canonicalise(one.machine, ALL, keptValueRepresentatives(world))) };
}

/** All bookkeeping, because violations are judged on the machine that reaches a state first. */
const ALL: ReadonlySet<RuleState> = new Set(['open-counts', 'open-calls', 'entered', 'found']);

/** Where calls can be interrupted, as in the search. */
const stopsOf = ({ interrupts, preempt }: SearchScope): StopPoints =>
  interrupts === 'statements' ? 'all' : preempt === 'statements' ? 'observable' : 'none';

/** The state after a move, with its whole stack. */
function stateAfter(
  { width, stackWords }: StateSpace,
  from: VisitedState,
  words: Uint32Array,
  move: StackMove,
): Pick<VisitedState, 'words' | 'stack'> {
  if (move === 'keep') return { words, stack: from.stack };
  if (move === 'push') return { words, stack: [...from.stack, from.words.slice(width - stackWords)] };
  const top = from.stack.at(-1);
  assert(top, 'a pop without a push');
  const next = words.slice();
  next.set(top, width - stackWords);
  return { words: next, stack: from.stack.slice(0, -1) };
}

function pathTo(state: VisitedState): number[] {
  const back: number[] = [];
  for (let one = state; one.from !== null; one = one.from) back.push(one.move);
  return back.reverse();
}

/** Names a move. */
function eventText(action: Action, stop: number): string {
  const until = stop > 0 ? `, interrupted after statement ${stop}` : '';
  switch (action.kind) {
    case 'event':
    case 'switch':
      return printEvent(action.event) + until;
    case 'round-trip':
      return `switch away and back${until}`;
    case 'begin':
      return `${action.interrupt} begins`;
    case 'end':
      return 'interrupt ends';
    case 'continue':
      return `call resumes${until}`;
  }
}
