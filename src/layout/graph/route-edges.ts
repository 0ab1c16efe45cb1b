import { ascending, curveBumpX, line, type Path, pathRound, sum } from 'd3';
import type { EdgeBundle, GraphPoint, PlacedNode, XRange } from './graph-scene.ts';

/** A state with its place and its layer. */
export interface RoutedNode extends PlacedNode {
  readonly layer: number;
}

/** What edges run between. */
export interface Terrain {
  readonly nodes: ReadonlyMap<number, RoutedNode>;
  readonly layers: readonly XRange[];
  /** The gap at the right of each layer; no box stands in one. */
  readonly gaps: readonly XRange[];
  /** Where an edge crosses each layer that it skips. */
  readonly bends: ReadonlyMap<EdgeBundle, readonly number[]>;
  /** Beneath all boxes. */
  readonly bottom: number;
}

/** An edge with its line, and where on it a label can stand, the best place first. */
export interface Route {
  readonly edge: EdgeBundle;
  readonly d: string;
  readonly spots: readonly GraphPoint[];
  /** The gap that its label stands in. */
  readonly gap: number;
  readonly bottom: number;
}

/** Where an edge leads, seen from the layers of its two states. */
type Course = 'forward' | 'back' | 'far-back' | 'within-layer' | 'loop';

type Ends = Pick<EdgeBundle, 'from' | 'to'>;

function courseOf({ from, to }: Ends, fromLayer: number, toLayer: number): Course {
  if (from === to) return 'loop';
  if (fromLayer === toLayer) return 'within-layer';
  if (toLayer > fromLayer) return 'forward';
  return toLayer === fromLayer - 1 ? 'back' : 'far-back';
}

/** The gap that the label of an edge stands in: the one in which it leaves its state. */
export function labelGapOf(edge: Ends, fromLayer: number, toLayer: number): number {
  const course = courseOf(edge, fromLayer, toLayer);
  return course === 'back' || course === 'far-back' ? fromLayer - 1 : fromLayer;
}

/**
 * Draws every edge so that it touches no box but its ends. Lines bend in the gaps between layers and cross a layer straight, where
 * the layout keeps room for them; an edge back over several layers runs beneath all boxes.
 */
export function routeEdges(edges: readonly EdgeBundle[], terrain: Terrain): readonly Route[] {
  const known = edges.flatMap((edge) => {
    const [from, to] = [terrain.nodes.get(edge.from), terrain.nodes.get(edge.to)];
    return from && to ? [{ edge, from, to, course: courseOf(edge, from.layer, to.layer) }] : [];
  });
  const detours = detoursOf(
    known.filter(({ course }) => course === 'far-back'),
    terrain,
  );
  return known.map(({ edge, from, to, course }): Route => {
    const gap = labelGapOf(edge, from.layer, to.layer);
    const detour = detours.get(edge);
    if (detour) return { edge, gap, ...farBack(from, to, detour, terrain), bottom: detour.track };
    const curve =
      course === 'loop'
        ? loop(from)
        : course === 'within-layer'
          ? withinLayer(from, to, terrain)
          : acrossLayers(edge, from, to, terrain);
    return { edge, gap, ...curve, bottom: 0 };
  });
}

type Curve = Pick<Route, 'd' | 'spots'>;

/** Edges forward and back between two states run beside each other. */
const PORT = { forward: -3, back: 4 } as const;
const ARROW = { length: 5, half: 3 } as const;

/** Forward over any number of layers, and back over one. */
function acrossLayers(edge: EdgeBundle, from: RoutedNode, to: RoutedNode, { layers, bends }: Terrain): Curve {
  const isForward = from.layer < to.layer;
  const side = isForward ? 1 : -1;
  const port = isForward ? PORT.forward : PORT.back;
  // The sides of a layer in the order in which the edge comes to them.
  const sidesOf = (layer: number): readonly [number, number] => {
    const { left = 0, right = 0 } = layers[layer] ?? {};
    return isForward ? [left, right] : [right, left];
  };
  const start: GraphPoint = [from.x + (side * from.width) / 2, from.y + port];
  const end: GraphPoint = [to.x - (side * to.width) / 2, to.y + port];
  const passing = (bends.get(edge) ?? []).flatMap((y, i): GraphPoint[] =>
    sidesOf(from.layer + 1 + i).map((x) => [x, y]),
  );
  const points: GraphPoint[] = [
    start,
    [sidesOf(from.layer)[1], start[1]],
    ...passing,
    [sidesOf(to.layer)[0], end[1]],
    end,
  ];
  const arrow = pathRound(1);
  arrowhead(end, side, arrow);
  const [leaving, arriving] = [points[1] ?? start, points[2] ?? end];
  return { d: `${lineThrough(points)}${arrow}`, spots: spotsAlong(bumpBetween(leaving, arriving), FORWARD_SPOTS) };
}

/** Out into the gap at the right of a layer, and back into the layer. */
function withinLayer(from: RoutedNode, to: RoutedNode, { layers, gaps }: Terrain): Curve {
  const right = layers[from.layer]?.right ?? 0;
  const room = (gaps[from.layer]?.right ?? 0) - right;
  // Upwards in a wider arc than downwards. A cubic reaches three quarters of the way to its control points.
  const reach = Math.min(room, (from.y < to.y ? 28 : 44) + Math.abs(from.y - to.y) * 0.14);
  const [start, end] = [from.y + PORT.back, to.y + PORT.back];
  const tip: GraphPoint = [to.x + to.width / 2, end];
  const context = pathRound(1);
  context.moveTo(from.x + from.width / 2, start);
  context.lineTo(right, start);
  context.bezierCurveTo(right + reach, start, right + reach, end, right, end);
  context.lineTo(...tip);
  arrowhead(tip, -1, context);
  const arc: Cubic = [
    [right, start],
    [right + reach, start],
    [right + reach, end],
    [right, end],
  ];
  return { d: context.toString(), spots: spotsAlong(arc, AROUND_SPOTS) };
}

/** A loop above the box, in the room between two rows. Its label stands at the right of the layer. */
function loop({ x, y, width, height }: RoutedNode): Curve {
  const [at, top] = [x + width / 4, y - height / 2];
  const context = pathRound(1);
  context.moveTo(at, top);
  context.bezierCurveTo(at - 8, top - 18, at + 22, top - 18, at + 12, top);
  return { d: context.toString(), spots: [10, 22, -4].map((up) => [x + width / 2, top - up]) };
}

/** The way of an edge that leads back over several layers: down in one gap, along a track beneath all boxes, up in another gap. */
interface Detour {
  readonly down: number;
  readonly track: number;
  readonly up: number;
}

const TRACK = { above: 14, height: 9, between: 12 } as const;

function detoursOf(
  edges: readonly { readonly edge: EdgeBundle; readonly from: RoutedNode; readonly to: RoutedNode }[],
  { gaps, bottom }: Terrain,
): ReadonlyMap<EdgeBundle, Detour> {
  const lines = gaps.map((_, gap) =>
    sum(edges, ({ from, to }) => Number(from.layer - 1 === gap) + Number(to.layer === gap)),
  );
  const used = gaps.map(() => 0);
  // Each line of a gap has an x of its own.
  const lineIn = (gap: number): number => {
    const { left = 0, right = 0 } = gaps[gap] ?? {};
    const at = ((used[gap] ?? 0) + 1) / ((lines[gap] ?? 0) + 1);
    used[gap] = (used[gap] ?? 0) + 1;
    return left + at * (right - left);
  };
  const ends = edges.map(({ edge, from, to }) => ({ edge, down: lineIn(from.layer - 1), up: lineIn(to.layer) }));
  const tracks: { up: number; down: number }[][] = [];
  const detours = new Map<EdgeBundle, Detour>();
  // Short ones lie inside of long ones.
  for (const { edge, down, up } of ends.toSorted((a, b) => ascending(a.down - a.up, b.down - b.up))) {
    const isFree = (track: readonly { up: number; down: number }[]) =>
      track.every((other) => other.down + TRACK.between < up || down + TRACK.between < other.up);
    const free = tracks.findIndex(isFree);
    const at = free < 0 ? tracks.push([]) - 1 : free;
    tracks[at]?.push({ up, down });
    detours.set(edge, { down, up, track: bottom + TRACK.above + at * TRACK.height });
  }
  return detours;
}

function farBack(from: RoutedNode, to: RoutedNode, { down, track, up }: Detour, { layers }: Terrain): Curve {
  const [start, end] = [from.y + PORT.back, to.y + PORT.back];
  const tip: GraphPoint = [to.x + to.width / 2, end];
  const context = pathRound(1);
  context.moveTo(from.x - from.width / 2, start);
  context.arcTo(down, start, down, track, CORNER);
  context.arcTo(down, track, up, track, CORNER);
  context.arcTo(up, track, up, end, CORNER);
  context.arcTo(up, end, layers[to.layer]?.right ?? 0, end, CORNER);
  context.lineTo(...tip);
  arrowhead(tip, -1, context);
  return { d: context.toString(), spots: [-4, 10, 22, 34].map((under) => [down, start + under]) };
}

const CORNER = 5;

/** A curve that is horizontal at every point, and straight between two of one height. */
function lineThrough(points: readonly GraphPoint[]): string {
  const apart = points.filter(([x], i) => i === 0 || x !== points[i - 1]?.[0]);
  return line<GraphPoint>().curve(curveBumpX).digits(1)(apart) ?? '';
}

/** `side` is 1 for a line that comes from the left, -1 for one from the right. */
function arrowhead([x, y]: GraphPoint, side: 1 | -1, context: Path): void {
  context.moveTo(x - side * ARROW.length, y - ARROW.half);
  context.lineTo(x, y);
  context.lineTo(x - side * ARROW.length, y + ARROW.half);
}

type Cubic = readonly [GraphPoint, GraphPoint, GraphPoint, GraphPoint];

/** The piece of `curveBumpX` between two points. */
function bumpBetween(a: GraphPoint, b: GraphPoint): Cubic {
  const middle = (a[0] + b[0]) / 2;
  return [a, [middle, a[1]], [middle, b[1]], b];
}

/** Where along a line its label is tried: near the end of what leads across, at the bend of what goes around. */
const FORWARD_SPOTS = [0.68, 0.56, 0.8, 0.44, 0.32] as const;
const AROUND_SPOTS = [0.5, 0.38, 0.62, 0.28, 0.72] as const;

/** How far beneath the line the baseline of its label is: on it, across it, under it, or over it. */
const BESIDE = [-4, 4, 11, -15, 22, -26] as const;

function spotsAlong([a, b, c, d]: Cubic, places: readonly number[]): readonly GraphPoint[] {
  const at = (t: number, i: 0 | 1) =>
    (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t ** 2 * c[i] + t ** 3 * d[i];
  return BESIDE.flatMap((beside) => places.map((t): GraphPoint => [at(t, 0), at(t, 1) + beside]));
}
