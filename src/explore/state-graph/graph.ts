import type { Finding, Machine } from '../../engine/model.ts';
import type { Kept } from '../../engine/rules/rule.ts';
import { initialMachine, newTask, prepare, type World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Act, actIn, actsOf, stopIn } from '../kernel-space/actions.ts';
import { machineOf, partsOf } from '../kernel-space/canonical-state.ts';
import { keptValues } from '../kernel-space/kept-values.ts';
import { kernelSpaceOf } from '../kernel-space/kernel-space.ts';
import { perform, type Stops } from '../kernel-space/perform.ts';
import { type Scope, tasksIn } from '../kernel-space/scope.ts';
import { legalWorld, refuseScope } from '../queries/check.ts';
import { reachedBy } from '../queries/goal.ts';
import { type Inquiry, questionOf } from '../queries/query.ts';
import { answers, readBy } from '../queries/question.ts';
import type { Space, StackMove, Watcher } from '../search/space.ts';
import { type Described, describe, type Telling } from './describe.ts';

/** The reachable states and the moves between them, or as many of them as were asked for. */
export interface StateGraph {
  /** How many were found, and whether these are all. */
  readonly states: number;
  readonly complete: boolean;
  /** Each state, up to the greatest length at which they are few. */
  readonly each: Drawn;
  /** All that were found, those together that look alike: with counters from 2 to 253, and how many wait from 2 on. */
  readonly classes: Drawn;
  /** How many classes there are; those of the least lengths are drawn. */
  readonly ofClasses: number;
}

export interface Drawn {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Whether moves lead on to states that are not there. */
  readonly goesOn: boolean;
}

export interface GraphNode extends Described {
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
  readonly each: number;
  readonly classes: number;
}

export const GRAPH_LIMITS: GraphLimits = { states: 20_000, each: 120, classes: 160 };

const ASK_EVERY = 256;
/** States behind which there is a first glimpse: a small part of the time, and most classes of most spaces. */
const GLIMPSE = 512;

/** Who listens to a graph in the making. */
export interface GraphWatcher extends Watcher {
  /** What there is to draw while the rest is still looked at; what comes later adds to it. */
  glimpse?(graph: StateGraph): void;
}

/** A state on the way. */
interface Found {
  readonly id: number;
  readonly words: Uint32Array;
  /** What a stack has beneath its top, outermost first. */
  readonly stack: readonly Uint32Array[];
  length: number;
  /** How it was reached: the state before and the move. */
  from: Found | null;
  move: number;
  /** null when its moves were made: it is not needed any more. */
  machine: Machine | null;
  readonly class: string;
}

/**
 * Looks at the space that a question is asked about, also at what lies behind a move that answers it, the least lengths first.
 * What each move does to the machine is done by the ordinary executor.
 */
export function graphOf(
  inquiry: Inquiry,
  limits: GraphLimits = GRAPH_LIMITS,
  watcher: GraphWatcher = {},
): Result<StateGraph, string> {
  const prepared = prepare(inquiry.setup);
  if (!prepared.ok) return prepared;
  const refusal = refuseScope(inquiry.scope, inquiry.about.kind === 'differ');
  if (refusal !== null) return err(refusal);
  const world = prepared.value;
  const { scope } = inquiry;
  const tasks = tasksIn(scope);
  const acts = actsOf(scope);
  const { space, word } = asked(inquiry, world);
  const drawnBy = { each: collector('each'), class: collector('class') };
  const found = new Map<string, Found>();
  const buckets: Found[][] = [];

  function collector(telling: Telling) {
    return { telling, nodes: new Map<string, Counted>(), edges: new Map<string, GraphEdge & { length: number }>() };
  }

  const reach = (
    words: Uint32Array,
    stack: readonly Uint32Array[],
    length: number,
    from: Found | null,
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
    const machine = from === null ? withTasks(world, tasks) : behind(world, scope, from, acts, move);
    const told = describe(world, machine, tasks, 'class');
    const one: Found = { id: found.size, words, stack, length, from, move, machine, class: told.says };
    found.set(key, one);
    bucketAt(length).push(one);
    return one;
  };
  const bucketAt = (length: number): Found[] => {
    buckets[length] ??= [];
    return buckets[length];
  };

  reach(Uint32Array.from(space.initial), [], 0, null, 0);
  const settled: Found[] = [];
  let length = 0;
  for (; length < buckets.length; length++) {
    for (let i = 0; i < (buckets[length]?.length ?? 0); i++) {
      const one = buckets[length]?.[i] as Found;
      if (one.machine === null || one.length !== length) continue;
      if (found.size > limits.states) {
        return ok(whole(false));
      }
      settled.push(one);
      note(one);
      expand(one);
      one.machine = null;
      if (settled.length % ASK_EVERY !== 0) continue;
      watcher.progress?.({ states: found.size, length });
      if (settled.length === GLIMPSE) watcher.glimpse?.(whole(false));
      if (watcher.cancelled?.()) return err('cancelled');
    }
  }

  /** A state becomes a node: its own while there are few, and that of its class. */
  function note(one: Found): void {
    const machine = one.machine as Machine;
    const add = (into: Map<string, Counted>, key: string, telling: Telling) => {
      const known = into.get(key);
      if (known) known.states += 1;
      else into.set(key, { ...describe(world, machine, tasks, telling), first: one, states: 1 });
    };
    if (settled.length <= limits.each + 1) add(drawnBy.each.nodes, String(one.id), 'each');
    add(drawnBy.class.nodes, one.class, 'class');
  }

  function expand(one: Found): void {
    const moves: { move: number; cost: number; words: Uint32Array; goal: boolean; stack: StackMove }[] = [];
    space.moves(one.words, (move, cost, words, goal, stack) => {
      moves.push({ move, cost, words: Uint32Array.from(words).subarray(0, space.width), goal, stack });
    });
    for (const { move, cost, words, goal, stack } of moves) {
      const { words: next, stack: beneath } = stacked(space, one, words, stack);
      const to = reach(next, beneath, length + cost, one, move);
      const broken = goal ? word(one, move) : null;
      const event = eventText(acts[actIn(move)] as Act, stopIn(move));
      const put = (edges: ReturnType<typeof collector>['edges'], from: string, into: string) => {
        const key = `${from} ${into} ${event} ${broken}`;
        const known = edges.get(key);
        if (known && known.length <= length) return;
        const all = [...pathTo(one), move];
        edges.set(key, { from: one.id, to: to.id, event, moves: all, broken, length });
      };
      if (settled.length <= limits.each) put(drawnBy.each.edges, String(one.id), String(to.id));
      put(drawnBy.class.edges, one.class, to.class);
    }
  }

  return ok(whole(true));

  function whole(complete: boolean): StateGraph {
    const all = [...found.values()];
    const each = [...drawnBy.each.nodes.values()];
    const classes = [...drawnBy.class.nodes.values()];
    return {
      states: found.size,
      complete,
      each: drawn(fewEnough(each, limits.each, complete), drawnBy.each.edges, String, complete),
      ofClasses: drawnBy.class.nodes.size,
      classes: drawn(
        fewEnough(classes, limits.classes, true),
        drawnBy.class.edges,
        (id) => all[id]?.class ?? '',
        complete,
      ),
    };
  }

  /** Nodes in their order, and the edges between them. `keyOf` tells the node of a state. */
  function drawn(
    kept: readonly Counted[],
    edges: ReadonlyMap<string, GraphEdge>,
    keyOf: (state: number) => string,
    complete: boolean,
  ): Drawn {
    const places = new Map(kept.map(({ first }, place) => [keyOf(first.id), place]));
    const between = [...edges.values()].flatMap((edge): GraphEdge[] => {
      const [from, to] = [places.get(keyOf(edge.from)), places.get(keyOf(edge.to))];
      const { event, moves, broken } = edge;
      return from === undefined || to === undefined ? [] : [{ from, to, event, moves, broken }];
    });
    const nodes = kept.map(({ first, says, lines, active, states }, id): GraphNode => {
      return { id, says, lines, active, states, length: first.length, moves: pathTo(first) };
    });
    return { nodes, edges: between, goesOn: between.length < edges.size || !complete };
  }
}

type Counted = Described & { readonly first: Found; states: number };

/** Those up to the greatest length at which they are few; all where all are few. */
function fewEnough(nodes: readonly Counted[], most: number, complete: boolean): readonly Counted[] {
  if (nodes.length <= most && complete) return nodes;
  const beyond = nodes[most]?.first.length ?? Number.POSITIVE_INFINITY;
  const kept = nodes.filter(({ first }) => first.length < beyond);
  return kept.length > 0 ? kept : nodes.slice(0, most);
}

/** The space that is asked about, and how what is looked for is called where it happens. */
function asked(
  { setup, about, scope }: Inquiry,
  world: World,
): { space: Space; word(from: Found, move: number): string } {
  const legal = legalWorld(scope, setup);
  const acts = actsOf(scope);
  if (about.kind === 'differ') {
    const other = prepare(about.other);
    assert(other.ok, other.ok ? '' : other.error);
    const worlds = [world, other.value] as const;
    return { space: kernelSpaceOf({ scope, worlds, legal, breaks: null, reads: new Set() }), word: () => 'differs' };
  }
  const worlds = [world] as const;
  if (about.kind === 'reach') {
    const reached = reachedBy(about.goal, world);
    const reads = new Set<never>();
    return {
      space: kernelSpaceOf({ scope, worlds, legal, breaks: () => false, reached, reads }),
      word: () => 'reached',
    };
  }
  const question = questionOf(about);
  const breaks = (finding: Finding) => answers(question, finding);
  return {
    space: kernelSpaceOf({ scope, worlds, legal, breaks, reads: readBy(question) }),
    word(from, move) {
      const findings = leftBy(world, scope, from, acts, move).rows.flatMap((row) => row.findings.filter(breaks));
      return [...new Set(findings.map(({ rule, sub }) => (sub === null ? rule : `${rule}.${sub}`)))].join(', ');
    },
  };
}

function withTasks(world: World, tasks: readonly string[]): Machine {
  const machine = initialMachine(world);
  const more = tasks.filter((id) => !machine.tasks[id]).map((id) => [id, newTask(world, 'm1', null)] as const);
  return { ...machine, tasks: { ...machine.tasks, ...Object.fromEntries(more) } };
}

const behind = (...move: Parameters<typeof leftBy>): Machine => leftBy(...move).machine;

function leftBy(world: World, scope: Scope, from: Found, acts: readonly Act[], move: number) {
  assert(from.machine, 'a state is left before it is forgotten');
  const left = perform(world, from.machine, acts[actIn(move)] as Act, stopsOf(scope));
  const one = left.find(({ stop }) => stop === stopIn(move));
  assert(one, `no stop ${stopIn(move)}`);
  // A call that stands still has its place among the tasks, where acts look for it.
  return { rows: one.rows, machine: machineOf(partsOf(one.machine, ALL, keptValues(world))) };
}

/** Everything that is kept for rules: what a move breaks is asked of the machine that comes here first. */
const ALL: ReadonlySet<Kept> = new Set(['book', 'entered', 'found']);

/** Where calls can be left, as the search leaves them. */
const stopsOf = ({ interrupts, preempt }: Scope): Stops =>
  interrupts === 'statements' ? 'all' : preempt === 'statements' ? 'telling' : 'none';

/** The state behind a move, with its whole stack. */
function stacked(
  { width, stackWords }: Space,
  from: Found,
  words: Uint32Array,
  move: StackMove,
): Pick<Found, 'words' | 'stack'> {
  if (move === 'keep') return { words, stack: from.stack };
  if (move === 'push') return { words, stack: [...from.stack, from.words.slice(width - stackWords)] };
  const top = from.stack.at(-1);
  assert(top, 'a pop without a push');
  const next = words.slice();
  next.set(top, width - stackWords);
  return { words: next, stack: from.stack.slice(0, -1) };
}

function pathTo(state: Found): number[] {
  const back: number[] = [];
  for (let one = state; one.from !== null; one = one.from) back.push(one.move);
  return back.reverse();
}

/** What a move is called. */
function eventText(act: Act, stop: number): string {
  const until = stop > 0 ? `, stopped after ${stop}` : '';
  switch (act.act) {
    case 'event':
    case 'switch':
      return printEvent(act.event) + until;
    case 'away':
      return `switch away and back${until}`;
    case 'begin':
      return `${act.kind} begins`;
    case 'end':
      return 'it ends';
    case 'go-on':
      return `the call goes on${until}`;
  }
}
