import { describe, expect, test } from 'vitest';
import { inspect, run } from '../../engine/run/run.ts';
import { setupOf } from '../../engine/setup/world.ts';
import { worldOf } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { actsOf } from '../kernel-space/actions.ts';
import type { Scope } from '../kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from '../queries/check.ts';
import { programOf } from '../queries/program.ts';
import { type Inquiry, inquire } from '../queries/query.ts';
import { scopeOf } from '../queries/testing.ts';
import { describe as told } from './describe.ts';
import { GRAPH_LIMITS, type GraphNode, graphOf, type StateGraph } from './graph.ts';

const asked = (scope: Scope, change: Partial<Inquiry> = {}): Inquiry => ({
  setup: setupOf({}),
  about: { kind: 'rule', rule: 'arch-bug', sub: null },
  scope,
  bounds: DEFAULT_BOUNDS,
  known: [],
  ...change,
});

function drawn(inquiry: Inquiry, limits = GRAPH_LIMITS): StateGraph {
  const graph = graphOf(inquiry, limits);
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

const paths = ({ scope }: Inquiry, moves: readonly number[]) =>
  programOf(moves, actsOf(scope)).map(printEvent).join('; ');

describe('a small space', () => {
  const inquiry = asked(scopeOf('P'), { setup: setupOf({ revision: 'v4' }) });
  const graph = drawn(inquiry);

  test('is drawn state by state, the least lengths first', () => {
    expect(graph).toMatchObject({ complete: true, each: { goesOn: false } });
    expect(graph.each.nodes).toHaveLength(graph.states);
    const lengths = graph.each.nodes.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  test('has as many states as a search of it', () => {
    expect(inquire(inquiry)).toMatchObject({ ok: true, value: { verdict: 'holds', states: graph.states } });
  });
});

test('a glimpse comes early, and the whole only adds to it', () => {
  const inquiry = asked(scopeOf('EDPR', { callers: 'paired' }));
  const glimpses: StateGraph[] = [];
  const graph = graphOf(inquiry, { ...GRAPH_LIMITS, states: 2000 }, { glimpse: (seen) => glimpses.push(seen) });
  const [glimpse] = glimpses;
  if (!graph.ok || !glimpse) throw new Error();
  expect(glimpses).toHaveLength(1);
  expect(glimpse).toMatchObject({ complete: false, each: { nodes: graph.value.each.nodes } });
  expect(glimpse.states).toBeLessThan(1000);
  const says = ({ classes }: StateGraph) => classes.nodes.map((node) => node.says);
  expect(says(graph.value).slice(0, says(glimpse).length)).toEqual(says(glimpse));
});

test.each([
  ['preemption in a call', scopeOf('ED', { preempt: 'statements' }), {}],
  ['an interrupt in a call', scopeOf('ED', { interrupts: 'statements' }), { revision: 'v4-07' }],
  ['a stack', scopeOf('EDPR', { callers: 'balanced' }), {}],
  ['two tasks on Xen', scopeOf('ED', { tasks: 2, preempt: 'calls', callers: 'paired' }), { backend: 'xen-pv' }],
] as const)('the program of every node and edge leads there: %s', (_name, scope, choice) => {
  const inquiry = asked(scope, { setup: setupOf(choice) });
  const { each } = drawn(inquiry, { ...GRAPH_LIMITS, states: 400, each: 60 });
  const world = worldOf(choice);
  const tasks = scope.tasks === 2 || scope.preempt !== 'none' ? ['A', 'B'] : ['A'];
  const says = (moves: readonly number[]): string => {
    const trace = run(world, programOf(moves, actsOf(scope)));
    return told(world, trace.length === 0 ? trace.end : inspect(trace, trace.length - 1).after, tasks, 'each').says;
  };
  // A call that stands still in the midst of a program's end, and an interrupt that does not end, cannot be told so.
  const isWhole = ({ says: text }: GraphNode) => !/ in \w/.test(text);
  const whole = each.nodes.filter(isWhole);
  expect(whole.length).toBeGreaterThan(3);
  for (const node of whole) expect(says(node.moves)).toBe(node.says);
  for (const edge of each.edges) {
    const node = each.nodes[edge.to] as GraphNode;
    if (isWhole(node)) expect(says(edge.moves), paths(inquiry, edge.moves)).toBe(node.says);
  }
});

test('what is looked for is marked on its edge, and what lies behind it is there', () => {
  const inquiry = asked(scopeOf('ED'), { about: { kind: 'rule', rule: 'kernel-check', sub: null } });
  const { each } = drawn(inquiry);
  const broken = each.edges.filter((edge) => edge.broken !== null);
  expect(broken.map((edge) => `${paths(inquiry, edge.moves)}: ${edge.broken}`)).toEqual([
    'disable: kernel-check.disable.2',
    'disable; enable: kernel-check.enable.2',
  ]);
  expect(each.nodes[broken[0]?.to ?? -1]?.says).toBe('enable_count 255, pause_count 0, active');
});

test('a large space is told by classes, every state in one', () => {
  const { states, complete, classes, each } = drawn(asked(scopeOf('ED')));
  expect({ states, complete }).toEqual({ states: 256, complete: true });
  expect(classes.nodes.map(({ lines, states: count }) => `${lines[0]} × ${count}`).sort()).toEqual([
    '0 0 × 1',
    '1 0 × 1',
    '254 0 × 1',
    '255 0 × 1',
    '2–253 0 × 252',
  ]);
  expect(classes.goesOn).toBe(false);
  expect(each.goesOn).toBe(true);
  expect(each.nodes.length).toBeLessThanOrEqual(GRAPH_LIMITS.each);
});

test('more states than are asked for are left out, and that is said', () => {
  const { complete, classes, ofClasses } = drawn(asked(scopeOf('EDPR')), { states: 500, each: 20, classes: 6 });
  expect(complete).toBe(false);
  expect(classes.nodes.length).toBeLessThanOrEqual(6);
  expect(ofClasses).toBeGreaterThan(6);
  expect(classes.goesOn).toBe(true);
});
