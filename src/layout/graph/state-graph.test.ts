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

test('the start is at the top, whatever follows', () => {
  const many = Array.from({ length: 40 }, (_, i) => node(i + 1, 1, `${i}`));
  const placed = layoutGraph(
    [node(0, 0, '0'), ...many],
    many.map(({ id }) => edge(0, id)),
    measure,
  ).nodes;
  expect(placed[0]?.y).toBe(Math.min(...placed.map(({ y }) => y)));
});

test('names stand over no state and over no other name, and within the drawing', () => {
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

test('nothing is drawn of nothing', () => {
  expect(layoutGraph([], [], measure)).toMatchObject({ nodes: [], edges: [], layers: [] });
});

test('names stand over no number beneath a state', () => {
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
