import { expect, test } from 'vitest';
import { layoutGraph } from './state-graph.ts';

const measure = (text: string) => text.length * 7;
const node = (id: number, length: number, ...lines: string[]) => ({ id, length, lines });
const edge = (from: number, to: number, event = 'enable', broken: string | null = null) => ({
  from,
  to,
  event,
  broken,
});

test('states stand in layers by their length, and none over another', () => {
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

test('events between the same two states share a line, and what breaks shows on it', () => {
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

test('nothing is drawn of nothing', () => {
  expect(layoutGraph([], [], measure)).toMatchObject({ nodes: [], edges: [], layers: [] });
});
