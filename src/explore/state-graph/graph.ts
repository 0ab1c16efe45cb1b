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

/** The reachable states and the moves between them, or as many of them as were asked for. */
export interface StateGraph {
  /** How many were found, and whether these are all. */
  readonly stateCount: number;
  readonly isComplete: boolean;
  /** Each state, up to the greatest length at which they are few. */
  readonly byState: GraphView;
  /** All that were found, those together that look alike: with counters from 2 to 253, and how many wait from 2 on. */
  readonly byClass: GraphView;
  /** How many classes there are; those of the least lengths are drawn. */
  readonly classCount: number;
}

export interface GraphView {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether moves lead on to states that are not there. */
  readonly isTruncated: boolean;
}

export interface GraphNode extends StateDescription {
  /** Its place among the nodes. */
  readonly id: number;
  /** Length of a shortest program that leads here, and its moves. */
  readonly length: number;
  readonly moves: readonly number[];
  /** How many states it stands for. */
  readonly states: number;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** What happens: an event of the notation, or how a call goes on. */
  readonly event: string;
  /** Moves of a shortest program that ends with it. */
  readonly moves: readonly number[];
  /** What is looked for and happens on the way, in a word or two; null: nothing. */
  readonly broken: string | null;
}

/** How much is looked at: states in all, and states and classes that are drawn. */
export interface GraphLimits {
  readonly states: number;
  readonly drawnStates: number;
  readonly drawnClasses: number;
}

export const GRAPH_LIMITS: GraphLimits = { states: 20_000, drawnStates: 120, drawnClasses: 160 };

const POLL_INTERVAL = 256;
/** States behind which there is a first glimpse: a small part of the time, and most classes of most spaces. */
const PREVIEW_STATES = 512;

/** Who listens to a graph in the making. */
export interface GraphMonitor extends SearchMonitor {
  /** What there is to draw while the rest is still looked at; what comes later adds to it. */
  onPreview?(graph: StateGraph): void;
}

/** A state on the way. */
interface VisitedState {
  readonly id: number;
  readonly words: Uint32Array;
  /** What a stack has beneath its top, outermost first. */
  readonly stack: readonly Uint32Array[];
  length: number;
  /** How it was reached: the state before and the move. */
  from: VisitedState | null;
  move: number;
  /** null when its moves were made: it is not needed any more. */
  machine: Machine | null;
  readonly class: string;
}

/**
 * Looks at the space that a question is asked about, also at what lies behind a move that answers it, the least lengths first.
 * What each move does to the machine is done by the ordinary executor.
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
  const settled: VisitedState[] = [];
  let length = 0;
  for (; length < queue.length; length++) {
    for (let i = 0; i < (queue[length]?.length ?? 0); i++) {
      const one = queue[length]?.[i] as VisitedState;
      if (one.machine === null || one.length !== length) continue;
      if (found.size > limits.states) {
        return ok(whole(false));
      }
      settled.push(one);
      note(one);
      expand(one);
      one.machine = null;
      if (settled.length % POLL_INTERVAL !== 0) continue;
      monitor.onProgress?.({ states: found.size, length });
      if (settled.length === PREVIEW_STATES) monitor.onPreview?.(whole(false));
      if (monitor.isCancelled?.()) return err('cancelled');
    }
  }

  /** A state becomes a node: its own while there are few, and that of its class. */
  function note(one: VisitedState): void {
    const machine = one.machine as Machine;
    const add = (into: Map<string, Counted>, key: string, grouping: Grouping) => {
      const known = into.get(key);
      if (known) known.states += 1;
      else into.set(key, { ...describeState(world, machine, tasks, grouping), first: one, states: 1 });
    };
    if (settled.length <= limits.drawnStates + 1) add(drawnBy.each.nodes, String(one.id), 'each');
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
      if (settled.length <= limits.drawnStates) put(drawnBy.each.edges, String(one.id), String(to.id));
      put(drawnBy.class.edges, one.class, to.class);
    }
  }

  return ok(whole(true));

  function whole(complete: boolean): StateGraph {
    const all = [...found.values()];
    const each = [...drawnBy.each.nodes.values()];
    const classes = [...drawnBy.class.nodes.values()];
    return {
      stateCount: found.size,
      isComplete: complete,
      byState: graphView(limitNodes(each, limits.drawnStates, complete), drawnBy.each.edges, String, complete),
      classCount: drawnBy.class.nodes.size,
      byClass: graphView(
        limitNodes(classes, limits.drawnClasses, true),
        drawnBy.class.edges,
        (id) => all[id]?.class ?? '',
        complete,
      ),
    };
  }

  /** Nodes in their order, and the edges between them. `keyOf` tells the node of a state. */
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

/** Those up to the greatest length at which they are few; all where all are few. */
function limitNodes(nodes: readonly Counted[], most: number, complete: boolean): readonly Counted[] {
  if (nodes.length <= most && complete) return nodes;
  const beyond = nodes[most]?.first.length ?? Number.POSITIVE_INFINITY;
  const kept = nodes.filter(({ first }) => first.length < beyond);
  return kept.length > 0 ? kept : nodes.slice(0, most);
}

/** The space that is asked about, and how what is looked for is called where it happens. */
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
  // A call that stands still has its place among the tasks, where acts look for it.
  return { rows: one.rows, machine: restoreMachine(canonicalise(one.machine, ALL, keptValueRepresentatives(world))) };
}

/** Everything that is kept for rules: what a move breaks is asked of the machine that comes here first. */
const ALL: ReadonlySet<RuleState> = new Set(['open-calls', 'entered', 'found']);

/** Where calls can be left, as the search leaves them. */
const stopsOf = ({ interrupts, preempt }: SearchScope): StopPoints =>
  interrupts === 'statements' ? 'all' : preempt === 'statements' ? 'observable' : 'none';

/** The state behind a move, with its whole stack. */
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

/** What a move is called. */
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
