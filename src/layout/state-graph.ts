import type { Measure } from './scene.ts';

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
const BETWEEN_ROWS = 16;
/** Room between two layers: edges bend in it, and their names stand there. */
const BETWEEN_LAYERS = 92;
const MARGIN = 28;
const SWEEPS = 6;
const FONT = 11;

/** Places a graph. Within a layer each state stands near the mean of those that it is tied to (Sugiyama's barycentres). */
export function layoutGraph(nodes: readonly Node[], edges: readonly Edge[], measure: Measure): GraphScene {
  const lengths = [...new Set(nodes.map(({ length }) => length))].sort((a, b) => a - b);
  const layers = lengths.map((length) => nodes.filter((node) => node.length === length).map(({ id }) => id));
  order(layers, edges);
  const size = new Map(nodes.map((node) => [node.id, sizeOf(node, measure)]));
  const heightOf = (layer: readonly number[]) =>
    layer.reduce((sum, id) => sum + (size.get(id)?.height ?? 0) + BETWEEN_ROWS, -BETWEEN_ROWS);
  const tallest = Math.max(0, ...layers.map(heightOf));
  const placed = new Map<number, PlacedNode>();
  const columns: GraphLayer[] = [];
  let x = MARGIN;
  layers.forEach((layer, at) => {
    const width = Math.max(0, ...layer.map((id) => size.get(id)?.width ?? 0));
    let y = MARGIN + HEAD + (tallest - heightOf(layer)) / 2;
    for (const id of layer) {
      const { width: own = 0, height = 0 } = size.get(id) ?? {};
      const lines = nodes.find((node) => node.id === id)?.lines ?? [];
      placed.set(id, { id, x: x + width / 2, y: y + height / 2, width: own, height, lines });
      y += height + BETWEEN_ROWS;
    }
    columns.push({ length: lengths[at] ?? 0, x });
    x += width + BETWEEN_LAYERS;
  });
  const curves = bundled(edges).flatMap((edge): PlacedEdge[] => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    return from && to ? [{ ...edge, ...curveOf(from, to) }] : [];
  });
  return {
    width:
      Math.max(x - BETWEEN_LAYERS, 0) +
      MARGIN +
      Math.max(0, ...curves.map(({ labelX }) => labelX - x + BETWEEN_LAYERS)),
    height: Math.max(tallest + HEAD + MARGIN, ...curves.map(({ labelY }) => labelY)) + MARGIN,
    layers: columns,
    nodes: nodes.flatMap(({ id }) => placed.get(id) ?? []),
    edges: curves,
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
      // From the middle, so that layers of unlike sizes can be compared.
      place.set(id, i - (layer.length - 1) / 2);
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

/** Edges between the same two states as one, their events in a row. */
function bundled(edges: readonly Edge[]): readonly Pick<PlacedEdge, 'from' | 'to' | 'label' | 'broken'>[] {
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

type Curve = Pick<PlacedEdge, 'd' | 'labelX' | 'labelY'>;

/** Forwards from side to side; back and within a layer in an arc; to itself in a loop above. */
function curveOf(from: PlacedNode, to: PlacedNode): Curve {
  if (from.id === to.id) return loopOf(from);
  const right = from.x + from.width / 2;
  if (to.x - to.width / 2 > right) {
    const left = to.x - to.width / 2;
    const bend = (left - right) / 2;
    return cubic([right, from.y], [right + bend, from.y], [left - bend, to.y], [left, to.y], 0.68);
  }
  // An arc below for what leads back, so that it does not lie on what leads there.
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  const sag = 22 + Math.abs(from.x - to.x) * 0.14;
  if (to.x === from.x) {
    const side = from.x + Math.max(from.width, to.width) / 2;
    return cubic([right, from.y], [side + sag, from.y], [side + sag, to.y], [to.x + to.width / 2, to.y], 0.5);
  }
  const low = Math.max(start, end) + sag;
  return cubic([from.x, start], [from.x, low], [to.x, low], [to.x, end], 0.5);
}

function loopOf({ x, y, width, height }: PlacedNode): Curve {
  const [at, top] = [x + width / 4, y - height / 2];
  const d = `M${round(at)} ${round(top)}c-8 -18 22 -18 12 ${round(0)}`;
  return { d, labelX: round(at + 6), labelY: round(top - 16) };
}

type Point = readonly [x: number, y: number];

/** A cubic curve and the place of its name: a part of the way along it. */
function cubic(a: Point, b: Point, c: Point, d: Point, t: number): Curve {
  const at = (i: 0 | 1) =>
    (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t ** 2 * c[i] + t ** 3 * d[i];
  const text = [b, c, d].map(([x, y]) => `${round(x)} ${round(y)}`).join(' ');
  return { d: `M${round(a[0])} ${round(a[1])}C${text}`, labelX: round(at(0)), labelY: round(at(1) - 4) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
