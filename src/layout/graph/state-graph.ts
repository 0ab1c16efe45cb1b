import type { Measure } from '../scene.ts';

/** A graph as it is drawn: states in layers by length, from left to right. Units are CSS pixels. */
export interface GraphScene {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly GraphLayer[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface GraphLayer {
  /** Of a shortest program to each state in it. */
  readonly length: number;
  /** Its left edge. */
  readonly x: number;
}

export interface PlacedNode {
  readonly id: number;
  /** The centre of its box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** All moves from one state to another: one line. */
export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
  readonly d: string;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  /** Something that is looked for happens on it. */
  readonly broken: boolean;
}

interface Node {
  readonly id: number;
  readonly length: number;
  readonly lines: readonly string[];
  /** How many states it stands for: of more than one the number stands beneath it. */
  readonly states?: number;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly event: string;
  readonly broken: string | null;
}

const LINE = 14;
const PAD_X = 8;
const PAD_Y = 4;
/** Room between two states of a layer: beneath each stands how many it is; with few edges their names stand there, too. */
const BETWEEN_ROWS = { few: 36, many: 22 } as const;
/** Room between two layers: edges bend in it, and their names stand there; at least and at most. */
const BETWEEN_LAYERS = [92, 160] as const;
const MARGIN = 28;
const SWEEPS = 6;
const FONT = 11;

/** With more edges than this only those of the state at hand have their names. */
export const MOST_NAMES = 36;

/**
 * Places a graph: layers hang from the top, where the start is. Within a layer each state stands near the mean of those that it
 * is tied to (Sugiyama's barycentres).
 */
export function layoutGraph(nodes: readonly Node[], edges: readonly Edge[], measure: Measure): GraphScene {
  const lengths = [...new Set(nodes.map(({ length }) => length))].sort((a, b) => a - b);
  const layers = lengths.map((length) => nodes.filter((node) => node.length === length).map(({ id }) => id));
  order(layers, edges);
  const bundles = bundled(edges);
  const widest = Math.max(0, ...bundles.map(({ label }) => measure(label, 'mono', FONT)));
  const rows = bundles.length <= MOST_NAMES ? BETWEEN_ROWS.few : BETWEEN_ROWS.many;
  const between = Math.min(Math.max(BETWEEN_LAYERS[0], widest + 2 * MARGIN), BETWEEN_LAYERS[1]);
  const size = new Map(nodes.map((node) => [node.id, sizeOf(node, measure)]));
  const heightOf = (layer: readonly number[]) =>
    layer.reduce((sum, id) => sum + (size.get(id)?.height ?? 0) + rows, -rows);
  const tallest = Math.max(0, ...layers.map(heightOf));
  const placed = new Map<number, PlacedNode>();
  const columns: GraphLayer[] = [];
  let x = MARGIN;
  layers.forEach((layer, at) => {
    const width = Math.max(0, ...layer.map((id) => size.get(id)?.width ?? 0));
    let y = MARGIN + HEAD;
    for (const id of layer) {
      const { width: own = 0, height = 0 } = size.get(id) ?? {};
      const lines = nodes.find((node) => node.id === id)?.lines ?? [];
      placed.set(id, { id, x: x + width / 2, y: y + height / 2, width: own, height, lines });
      y += height + rows;
    }
    columns.push({ length: lengths[at] ?? 0, x });
    x += width + between;
  });
  const curves = bundles.flatMap((edge): (Bundle & Curve)[] => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    return from && to ? [{ ...edge, ...curveOf(from, to) }] : [];
  });
  const covered = [...placed.values()].flatMap((node) => boxesOf(node, nodes[node.id]?.states ?? 1, measure));
  const named = withNames(curves, covered, measure);
  const spots = curves.flatMap((curve) => curve.spots);
  return {
    width: Math.max(x - between, 0, ...spots.map(([at]) => at), ...named.map(({ right }) => right)) + MARGIN,
    height: Math.max(tallest + HEAD + MARGIN, ...spots.map(([, at]) => at)) + MARGIN,
    layers: columns,
    nodes: nodes.flatMap(({ id }) => placed.get(id) ?? []),
    edges: named.map(({ edge }) => edge),
  };
}

/** Room for the lengths above the layers. */
const HEAD = 20;

function sizeOf({ lines }: Node, measure: Measure): { readonly width: number; readonly height: number } {
  const widest = Math.max(0, ...lines.map((line) => measure(line, 'mono', FONT)));
  return { width: Math.max(28, widest + 2 * PAD_X), height: lines.length * LINE + 2 * PAD_Y };
}

/** Brings the states of each layer into an order in which fewer edges cross. */
function order(layers: number[][], edges: readonly Edge[]): void {
  const beside = new Map<number, number[]>();
  const tie = (a: number, b: number) => {
    const ties = beside.get(a) ?? [];
    ties.push(b);
    beside.set(a, ties);
  };
  for (const { from, to } of edges) {
    if (from === to) continue;
    tie(from, to);
    tie(to, from);
  }
  const place = new Map<number, number>();
  const note = (layer: readonly number[]) => {
    layer.forEach((id, i) => {
      place.set(id, i);
    });
  };
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const own = new Set(layer);
      const mean = new Map(
        layer.map((id) => {
          const ties = (beside.get(id) ?? []).filter((other) => !own.has(other));
          const sum = ties.reduce((all, other) => all + (place.get(other) ?? 0), 0);
          return [id, ties.length > 0 ? sum / ties.length : (place.get(id) ?? 0)];
        }),
      );
      layer.sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0) || a - b);
      note(layer);
    }
  }
}

type Bundle = Pick<PlacedEdge, 'from' | 'to' | 'label' | 'broken'>;

/** Edges between the same two states as one, their events in a row. */
function bundled(edges: readonly Edge[]): readonly Bundle[] {
  const bundles = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    bundles.set(key, [...(bundles.get(key) ?? []), edge]);
  }
  return [...bundles.values()].map((bundle) => {
    const { from, to } = bundle[0] as Edge;
    const events = [...new Set(bundle.map(({ event }) => event))];
    const label =
      events.length > 3 ? `${events.slice(0, 2).join(', ')} and ${events.length - 2} more` : events.join(', ');
    return { from, to, label, broken: bundle.some(({ broken }) => broken !== null) };
  });
}

/** A line, and where its name can stand: the best place first. */
type Curve = Pick<PlacedEdge, 'd'> & { readonly spots: readonly Point[] };

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a name must not cover of a state: its box, and the number beneath it. */
function boxesOf({ x, y, width, height }: PlacedNode, states: number, measure: Measure): readonly Box[] {
  const bottom = y + height / 2;
  const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom };
  const half = measure(`${states} states`, 'sans', FONT) / 2;
  return states > 1 ? [box, { left: x - half, right: x + half, top: bottom, bottom: bottom + COUNT }] : [box];
}

/** The height of the number beneath a state. */
const COUNT = 12;

/** Gives each edge's name the first of its places where it covers the least of the states and of the names beside it. */
function withNames(edges: readonly (Bundle & Curve)[], taken: readonly Box[], measure: Measure) {
  const all = edges.length <= MOST_NAMES;
  const names = new Map<number, Box[]>();
  return edges.map(({ spots, ...edge }) => {
    const half = measure(edge.broken ? `✗ ${edge.label}` : edge.label, 'mono', FONT) / 2;
    // Of the others none is seen together with this one.
    const group = all ? 0 : edge.from;
    const beside = names.get(group) ?? [];
    names.set(group, beside);
    const boxes = spots.map(([at, y]): Box => {
      const x = Math.max(at, half + 2);
      return { left: x - half, right: x + half, top: y - FONT, bottom: y + 2 };
    });
    const covers = (box: Box) => [...taken, ...beside].reduce((sum, other) => sum + overlap(box, other), 0);
    const least = Math.min(...boxes.map(covers));
    const box = boxes.find((one) => covers(one) === least) as Box;
    beside.push(box);
    const placed: PlacedEdge = { ...edge, labelX: round(box.left + half), labelY: round(box.bottom - 2) };
    return { edge: placed, right: box.right };
  });
}

/** The area that two have in common, with the paper around a name. */
const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left) + HALO) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const HALO = 5;

/** Forwards from side to side; back and within a layer in an arc; to itself in a loop above. */
function curveOf(from: PlacedNode, to: PlacedNode): Curve {
  if (from.id === to.id) return loopOf(from);
  const right = from.x + from.width / 2;
  if (to.x - to.width / 2 > right) {
    const left = to.x - to.width / 2;
    const bend = (left - right) / 2;
    return cubic([right, from.y], [right + bend, from.y], [left - bend, to.y], [left, to.y], FORWARDS);
  }
  // An arc below for what leads back, so that it does not lie on what leads there.
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  const sag = 22 + Math.abs(from.x - to.x) * 0.14;
  if (to.x === from.x) {
    // Upwards in a wider arc than downwards; the name is at its side.
    const side = from.x + Math.max(from.width, to.width) / 2 + (from.y < to.y ? sag : 2 * sag);
    const { d } = cubic([right, from.y], [side, from.y], [side, to.y], [to.x + to.width / 2, to.y], AROUND);
    const foot = (from.y + to.y) / 2 + 6;
    return { d, spots: [0, 20, 40, 60].map((beside) => [side - 4 + beside, foot]) };
  }
  const low = Math.max(start, end) + sag;
  return cubic([from.x, start], [from.x, low], [to.x, low], [to.x, end], AROUND);
}

/** Where the name of a loop is tried, from its foot: over it, or at its side. */
const LOOP_NAMES: readonly Point[] = [
  [6, 10],
  [6, 22],
  [-44, 10],
  [50, 10],
];

function loopOf({ x, y, width, height }: PlacedNode): Curve {
  const [at, top] = [x + width / 4, y - height / 2];
  const d = `M${round(at)} ${round(top)}c-8 -18 22 -18 12 ${round(0)}`;
  return { d, spots: LOOP_NAMES.map(([beside, up]) => [at + beside, top - up]) };
}

type Point = readonly [x: number, y: number];

/** Where along a line its name is tried: near the end of what leads forwards, at the bend of what goes around. */
const FORWARDS = [0.68, 0.56, 0.8, 0.44, 0.32] as const;
const AROUND = [0.5, 0.38, 0.62, 0.28, 0.72] as const;

/** How far beneath the line the foot of its name stands: on it, across it, under it, or over it. */
const BESIDE = [-4, 4, FONT, -4 - FONT, 2 * FONT, -4 - 2 * FONT] as const;

/** A cubic curve and the places of its name, as parts of the way along it. */
function cubic(a: Point, b: Point, c: Point, d: Point, places: readonly number[]): Curve {
  const at = (t: number, i: 0 | 1) =>
    (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t ** 2 * c[i] + t ** 3 * d[i];
  const text = [b, c, d].map(([x, y]) => `${round(x)} ${round(y)}`).join(' ');
  const spots = BESIDE.flatMap((beside) => places.map((t): Point => [at(t, 0), at(t, 1) + beside]));
  return { d: `M${round(a[0])} ${round(a[1])}C${text}`, spots };
}

const round = (value: number): number => Math.round(value * 10) / 10;
