import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { DEFAULT_BOUNDS } from '../../explore/queries/check.ts';
import { scopeOf } from '../../explore/queries/testing.ts';
import { buildStateGraph } from '../../explore/state-graph/graph.ts';
import { forAll } from '../../notation/arbitrary.ts';
import type { GraphEdgeInput, GraphNodeInput, GraphScene } from './graph-scene.ts';
import { edgeText, MAX_LABELLED_EDGES } from './place-labels.ts';
import { layoutGraph } from './state-graph.ts';

const measure = (text: string) => text.length * 7;
const node = (id: number, length: number, ...lines: string[]) => ({ id, length, lines });
const edge = (from: number, to: number, event = 'enable', broken: string | null = null) => ({
  from,
  to,
  event,
  broken,
});

test('states stand in layers by their length, and none covers another', () => {
  const nodes = [node(0, 0, '0 0'), node(1, 1, '1 0'), node(2, 1, '0 1'), node(3, 3, 'A 1 0', 'B 0 0')];
  const { nodes: placed, layers, width, height } = layoutGraph(nodes, [edge(0, 1), edge(0, 2), edge(2, 3)], measure);
  expect(layers.map(({ length }) => length)).toEqual([0, 1, 3]);
  const [a, b, c, d] = placed;
  expect(b?.x).toBe(c?.x);
  expect((a?.x ?? 0) < (b?.x ?? 0) && (b?.x ?? 0) < (d?.x ?? 0)).toBe(true);
  expect(Math.abs((b?.y ?? 0) - (c?.y ?? 0))).toBeGreaterThan(b?.height ?? 0);
  for (const { x, y, width: w, height: h } of placed) {
    expect(x - w / 2).toBeGreaterThan(0);
    expect(x + w / 2).toBeLessThan(width);
    expect(y + h / 2).toBeLessThan(height);
  }
});

test('edges that would cross are uncrossed', () => {
  const nodes = [node(0, 0), node(1, 1), node(2, 1), node(3, 2), node(4, 2)];
  const edges = [edge(0, 1), edge(0, 2), edge(1, 4), edge(2, 3)];
  const y = layoutGraph(nodes, edges, measure).nodes.map((one) => one.y);
  expect(Math.sign((y[1] ?? 0) - (y[2] ?? 0))).toBe(Math.sign((y[4] ?? 0) - (y[3] ?? 0)));
});

test('events between the same two states share a line, which shows that one of them breaks a rule', () => {
  const nodes = [node(0, 0), node(1, 1)];
  const edges = [edge(0, 1), edge(0, 1, 'pause', 'arch-bug'), edge(1, 0, 'disable'), edge(1, 1, 'set k1')];
  const placed = layoutGraph(nodes, edges, measure).edges;
  expect(placed.map(({ from, to, label, broken }) => `${from}-${to} ${label} ${broken}`)).toEqual([
    '0-1 enable, pause true',
    '1-0 disable false',
    '1-1 set k1 false',
  ]);
  expect(new Set(placed.map(({ d }) => d)).size).toBe(3);
});

test('the start is at the top, whatever follows', () => {
  const many = Array.from({ length: 40 }, (_, i) => node(i + 1, 1, `${i}`));
  const placed = layoutGraph(
    [node(0, 0, '0'), ...many],
    many.map(({ id }) => edge(0, id)),
    measure,
  ).nodes;
  expect(placed[0]?.y).toBe(Math.min(...placed.map(({ y }) => y)));
});

test('labels cover no state and no other label, and stand within the drawing', () => {
  const nodes = [node(0, 0, '0 0'), node(1, 1, '1 0'), node(2, 1, '0 1'), node(3, 2, '1 1')];
  const edges = nodes.flatMap(({ id: from }) =>
    nodes
      .filter(({ id }) => id !== from || id === 0)
      .map(({ id: to }) => edge(from, to, 'disable', from > to ? 'arch-bug' : null)),
  );
  const { nodes: placed, edges: names, width, height } = layoutGraph(nodes, edges, measure);
  const boxes = [
    ...placed.map(({ x, y, width: w, height: h }) => ({
      left: x - w / 2,
      right: x + w / 2,
      top: y - h / 2,
      bottom: y + h / 2,
    })),
    ...names.map(({ labelX, labelY, label, broken }) => {
      const half = measure(broken ? `✗ ${label}` : label) / 2;
      return { left: labelX - half, right: labelX + half, top: labelY - 10, bottom: labelY + 1 };
    }),
  ];
  boxes.forEach((a, i) => {
    expect(a.left >= 0 && a.right <= width && a.bottom <= height).toBe(true);
    for (const b of boxes.slice(i + 1)) {
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom, JSON.stringify([a, b])).toBe(
        false,
      );
    }
  });
});

test('an empty graph has an empty scene', () => {
  expect(layoutGraph([], [], measure)).toMatchObject({ nodes: [], edges: [], layers: [] });
});

test('labels cover no count beneath a state', () => {
  const nodes = [
    { ...node(0, 0, '0 0'), states: 362 },
    { ...node(1, 1, '1 0'), states: 362 },
    { ...node(2, 1, '0 1'), states: 362 },
    { ...node(3, 2, '1 1'), states: 362 },
  ];
  const edges = nodes.flatMap(({ id: from }) => nodes.map(({ id: to }) => edge(from, to, 'enable', 'arch-bug')));
  const scene = layoutGraph(nodes, edges, measure);
  const half = measure('362 states') / 2;
  const over = scene.edges.filter(({ label, labelX, labelY }) =>
    scene.nodes.some(
      ({ x, y, height }) =>
        Math.abs(labelX - x) < half + measure(`✗ ${label}`) / 2 &&
        labelY - 11 < y + height / 2 + 12 &&
        labelY + 2 > y + height / 2,
    ),
  );
  expect(over).toEqual([]);
});

interface Rect {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxesOf = ({ nodes }: GraphScene): Rect[] =>
  nodes.map(({ id, x, y, width, height }) => ({
    what: `state ${id}`,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  }));

/** The labels that are shown together while `at` is the current state. */
const labelsAt = ({ edges }: GraphScene, at: number): Rect[] =>
  edges.flatMap((edge) => {
    const isNamed = edges.length <= MAX_LABELLED_EDGES || edge.from === at;
    if (!isNamed && !edge.broken) return [];
    const half = measure(isNamed ? edgeText(edge) : '✗') / 2;
    const { labelX: x, labelY: y } = edge;
    return [
      { what: `${edge.from}-${edge.to} ${edge.label}`, left: x - half, right: x + half, top: y - 10, bottom: y + 1 },
    ];
  });

const overlaps = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Points along a line, close enough that no box fits between two. An arc rounds a corner and is taken as its chord. */
function pointsOf(d: string): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLCA])([^MLCA]*)/g)) {
    const numbers = rest
      .split(/[ ,]+/)
      .filter((part) => part !== '')
      .map(Number);
    const [toX = 0, toY = 0] = numbers.slice(-2);
    const [bX = x, bY = y, cX = toX, cY = toY] = command === 'C' ? numbers : [];
    const steps = command === 'M' ? 0 : Math.ceil(Math.hypot(toX - x, toY - y) / 4) + 4;
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const bezier = (a: number, b: number, c: number, e: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * e;
      const straight = command === 'C' ? null : ([x + t * (toX - x), y + t * (toY - y)] as const);
      points.push(straight ?? [bezier(x, bX, cX, toX), bezier(y, bY, cY, toY)]);
    }
    [x, y] = [toX, toY];
  }
  return points;
}

/** What covers what: edges have no box in their way, not even their ends, and labels cover neither boxes nor each other. */
function clashesIn(scene: GraphScene): string[] {
  const boxes = boxesOf(scene);
  const clashes = pairs(boxes)
    .filter(([a, b]) => overlaps(a, b))
    .map(([a, b]) => `${a.what} on ${b.what}`);
  for (const { from, to, d } of scene.edges) {
    if (/NaN|undefined/.test(d)) clashes.push(d);
    const points = pointsOf(d);
    for (const { what, left, right, top, bottom } of boxes) {
      if (points.some(([x, y]) => x > left + 0.2 && x < right - 0.2 && y > top + 0.2 && y < bottom - 0.2))
        clashes.push(`edge ${from}-${to} through ${what}`);
    }
  }
  for (const at of scene.edges.length <= MAX_LABELLED_EDGES ? [0] : scene.nodes.map(({ id }) => id)) {
    const labels = labelsAt(scene, at);
    for (const label of labels) {
      for (const box of boxes) if (overlaps(label, box)) clashes.push(`${label.what} on ${box.what}`);
      if (label.left < 0 || label.right > scene.width || label.top < 0 || label.bottom > scene.height)
        clashes.push(`${label.what} outside the drawing`);
    }
    for (const [a, b] of pairs(labels)) if (overlaps(a, b)) clashes.push(`${a.what} on ${b.what}`);
  }
  return clashes;
}

const pairs = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));

const EVENTS = ['enable', 'pause', 'set k1', 'switch away and back, stopped after 5'];
const anyGraph = fc
  .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 1, 252)), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((states) => {
    const nodes = states.map(
      ([length, lines, count], id): GraphNodeInput => ({
        id,
        length: id === 0 ? 0 : length,
        lines: Array.from({ length: lines }, (_, line) => 'A 1 0'.repeat(line + 1)),
        states: count,
      }),
    );
    const place = fc.nat(nodes.length - 1);
    const edges = fc.array(
      fc.record<GraphEdgeInput>({
        from: place,
        to: place,
        event: fc.constantFrom(...EVENTS),
        broken: fc.constantFrom(null, null, 'arch-bug'),
      }),
      { maxLength: 90 },
    );
    return edges.map((all) => ({ nodes, edges: all }));
  });

test('in any graph edges go around boxes, and labels stand free', () => {
  forAll(anyGraph, ({ nodes, edges }) => expect(clashesIn(layoutGraph(nodes, edges, measure))).toEqual([]));
});

test('an edge that skips a layer bends around the state between', () => {
  const nodes = [node(0, 0, '0'), node(1, 1, '1'), node(2, 2, '2')];
  const scene = layoutGraph(nodes, [edge(0, 1), edge(1, 2), edge(0, 2)], measure);
  expect(clashesIn(scene)).toEqual([]);
  const between = scene.nodes[1];
  const passing = pointsOf(scene.edges[2]?.d ?? '').filter(([x]) => Math.abs(x - (between?.x ?? 0)) < 5);
  expect(passing.length).toBeGreaterThan(0);
  for (const [, y] of passing) expect(Math.abs(y - (between?.y ?? 0))).toBeGreaterThan((between?.height ?? 0) / 2);
});

test.each([
  ['v6, matched calls, preemption between statements', {}, { callers: 'paired', preempt: 'statements' }],
  ['v6, any calls', {}, {}],
  ['v4 with interrupts between statements', { revision: 'v4-07' }, { interrupts: 'statements' }],
] as const)('the state graph of %s is clear', (_name, choice, scope) => {
  const graph = buildStateGraph({
    setup: setupOf(choice),
    target: { kind: 'rule', rule: 'kernel-check', sub: null },
    scope: scopeOf('EDPR', scope),
    bounds: DEFAULT_BOUNDS,
    knownCauses: [],
  });
  if (!graph.ok) throw new Error(graph.error);
  for (const { nodes, edges } of [graph.value.byState, graph.value.byClass]) {
    expect(nodes.length).toBeGreaterThan(10);
    expect(clashesIn(layoutGraph(nodes, edges, measure))).toEqual([]);
  }
});
