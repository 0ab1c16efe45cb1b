import { describe, expect, test } from 'vitest';
import { inspect, run } from '../../engine/run/run.ts';
import { setupOf } from '../../engine/setup/world.ts';
import { worldOf } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { listActions } from '../kernel-space/actions.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from '../queries/check.ts';
import { programFromMoves } from '../queries/program-from-moves.ts';
import { type Query, runQuery } from '../queries/query.ts';
import { scopeOf } from '../queries/testing.ts';
import { describeState as told } from './describe.ts';
import { buildStateGraph, GRAPH_LIMITS, type GraphNode, type StateGraph } from './graph.ts';

const queryWith = (scope: SearchScope, change: Partial<Query> = {}): Query => ({
  setup: setupOf({}),
  target: { kind: 'rule', rule: 'arch-bug', sub: null },
  scope,
  bounds: DEFAULT_BOUNDS,
  knownCauses: [],
  ...change,
});

function buildGraph(query: Query, limits = GRAPH_LIMITS): StateGraph {
  const graph = buildStateGraph(query, limits);
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

const paths = ({ scope }: Query, moves: readonly number[]) =>
  programFromMoves(moves, listActions(scope)).map(printEvent).join('; ');

describe('a small space', () => {
  const query = queryWith(scopeOf('P'), { setup: setupOf({ revision: 'v4' }) });
  const graph = buildGraph(query);

  test('every state of a small space is drawn, by increasing length', () => {
    expect(graph).toMatchObject({ isComplete: true, byState: { isTruncated: false } });
    expect(graph.byState.nodes).toHaveLength(graph.stateCount);
    const lengths = graph.byState.nodes.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  test('the graph of a small space has as many states as a search', () => {
    expect(runQuery(query)).toMatchObject({ ok: true, value: { verdict: 'holds', states: graph.stateCount } });
  });
});

test('a preview comes early, and the complete graph only adds to it', () => {
  const query = queryWith(scopeOf('EDPR', { callers: 'paired' }));
  const glimpses: StateGraph[] = [];
  const graph = buildStateGraph(query, { ...GRAPH_LIMITS, states: 2000 }, { onPreview: (seen) => glimpses.push(seen) });
  const [glimpse] = glimpses;
  if (!graph.ok || !glimpse) throw new Error();
  expect(glimpses).toHaveLength(1);
  expect(glimpse).toMatchObject({ isComplete: false, byState: { nodes: graph.value.byState.nodes } });
  expect(glimpse.stateCount).toBeLessThan(1000);
  const says = ({ byClass: classes }: StateGraph) => classes.nodes.map((node) => node.description);
  expect(says(graph.value).slice(0, says(glimpse).length)).toEqual(says(glimpse));
});

test.each([
  ['preemption in a call', scopeOf('ED', { preempt: 'statements' }), {}],
  ['an interrupt in a call', scopeOf('ED', { interrupts: 'statements' }), { revision: 'v4-07' }],
  ['a stack', scopeOf('EDPR', { callers: 'balanced' }), {}],
  ['two tasks on Xen', scopeOf('ED', { tasks: 2, preempt: 'calls', callers: 'paired' }), { backend: 'xen-pv' }],
] as const)('the program of every node and edge leads to its state: %s', (_name, scope, choice) => {
  const query = queryWith(scope, { setup: setupOf(choice) });
  const { byState: each } = buildGraph(query, { ...GRAPH_LIMITS, states: 400, drawnStates: 60 });
  const world = worldOf(choice);
  const tasks = scope.tasks === 2 || scope.preempt !== 'none' ? ['A', 'B'] : ['A'];
  const says = (moves: readonly number[]): string => {
    const trace = run(world, programFromMoves(moves, listActions(scope)));
    return told(world, trace.length === 0 ? trace.end : inspect(trace, trace.length - 1).after, tasks, 'each')
      .description;
  };
  // An unfinished call at the end of a program, and an unfinished interrupt, cannot be written as a program.
  const isWhole = ({ description: text }: GraphNode) => !/ in \w/.test(text);
  const whole = each.nodes.filter(isWhole);
  expect(whole.length).toBeGreaterThan(3);
  for (const node of whole) expect(says(node.moves)).toBe(node.description);
  for (const edge of each.edges) {
    const node = each.nodes[edge.to] as GraphNode;
    if (isWhole(node)) expect(says(edge.moves), paths(query, edge.moves)).toBe(node.description);
  }
});

test('a violation is marked on its edge, and the state behind it is there', () => {
  const query = queryWith(scopeOf('ED'), { target: { kind: 'rule', rule: 'kernel-check', sub: null } });
  const { byState: each } = buildGraph(query);
  const broken = each.edges.filter((edge) => edge.broken !== null);
  expect(broken.map((edge) => `${paths(query, edge.moves)}: ${edge.broken}`)).toEqual([
    'disable: kernel-check.disable.2',
    'disable; enable: kernel-check.enable.2',
  ]);
  expect(each.nodes[broken[0]?.to ?? -1]?.description).toBe('enable_count 255, pause_count 0, active');
});

test('a large space is shown by classes that contain every state', () => {
  const {
    stateCount: states,
    isComplete: complete,
    byClass: classes,
    byState: each,
  } = buildGraph(queryWith(scopeOf('ED')));
  expect({ states, complete }).toEqual({ states: 256, complete: true });
  expect(classes.nodes.map(({ lines, states: count }) => `${lines[0]} × ${count}`).sort()).toEqual([
    '0 0 × 1',
    '1 0 × 1',
    '254 0 × 1',
    '255 0 × 1',
    '2–253 0 × 252',
  ]);
  expect(classes.isTruncated).toBe(false);
  expect(each.isTruncated).toBe(true);
  expect(each.nodes.length).toBeLessThanOrEqual(GRAPH_LIMITS.drawnStates);
});

test('states beyond the limits are left out, and the graph says so', () => {
  const {
    isComplete: complete,
    byClass: classes,
    classCount: ofClasses,
  } = buildGraph(queryWith(scopeOf('EDPR')), { states: 500, drawnStates: 20, drawnClasses: 6 });
  expect(complete).toBe(false);
  expect(classes.nodes.length).toBeLessThanOrEqual(6);
  expect(ofClasses).toBeGreaterThan(6);
  expect(classes.isTruncated).toBe(true);
});
