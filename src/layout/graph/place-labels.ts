import type { Measure } from '../scene.ts';
import { GRAPH_FONT, type PlacedEdge, round, type XRange } from './graph-scene.ts';
import type { Route } from './route-edges.ts';

/** With more edges than this only the labels of the current state's edges are shown. */
export const MAX_LABELLED_EDGES = 36;

interface Rect extends XRange {
  readonly top: number;
  readonly bottom: number;
}

/** What a label of one gap must not cover. */
interface Taken {
  /** Labels by the state that their edge leaves, or all under one key where all are shown together. */
  readonly labels: Map<number, Rect[]>;
  /** The crosses of broken edges, which are shown whatever state is current. */
  readonly crosses: { readonly key: number; readonly rect: Rect }[];
}

/**
 * Gives each edge's label the first place on its line where it covers no label that is shown together with it, or else the
 * nearest one above or beneath. Labels stay in the gaps between layers, where no box is.
 */
export function placeLabels(
  routes: readonly Route[],
  gaps: readonly XRange[],
  measure: Measure,
): readonly PlacedEdge[] {
  const isShownTogether = routes.length <= MAX_LABELLED_EDGES;
  const taken = gaps.map((): Taken => ({ labels: new Map(), crosses: [] }));
  const placed = new Map<Route, PlacedEdge>();
  // What is always shown takes its place first.
  for (const route of routes.toSorted((a, b) => Number(b.edge.broken) - Number(a.edge.broken))) {
    const { edge, d, spots, gap } = route;
    const own = taken[gap];
    if (!own) continue;
    const key = isShownTogether ? 0 : edge.from;
    const width = measure(edgeText(edge), GRAPH_FONT.family, GRAPH_FONT.size);
    const cross = measure('✗', GRAPH_FONT.family, GRAPH_FONT.size);
    const others = own.labels.get(key) ?? [];
    const isFree = (rect: Rect) =>
      others.every((other) => !overlap(rect, other)) &&
      own.crosses.every((other) => other.key === key || !overlap(rect, other.rect)) &&
      (!edge.broken || isShownTogether || isFreeForCross(middleOf(rect, cross), key, own));
    const rect = findPlace(
      spots.map(([x, y]) => rectAt(x, y, width, gaps[gap])),
      isFree,
    );
    own.labels.set(key, [...others, rect]);
    if (edge.broken) own.crosses.push({ key, rect: middleOf(rect, cross) });
    placed.set(route, { ...edge, d, labelX: round((rect.left + rect.right) / 2), labelY: round(rect.bottom - UNDER) });
  }
  return routes.flatMap((route) => placed.get(route) ?? []);
}

/** A label as it is drawn. */
export const edgeText = ({ label, broken }: Pick<PlacedEdge, 'label' | 'broken'>): string =>
  broken ? `✗ ${label}` : label;

/** A cross is shown together with the labels of every state. */
const isFreeForCross = (rect: Rect, key: number, { labels }: Taken): boolean =>
  [...labels].every(([other, rects]) => other === key || rects.every((one) => !overlap(rect, one)));

/** The first free rectangle, or the first one moved up or down until it is free. */
function findPlace(rects: readonly Rect[], isFree: (rect: Rect) => boolean): Rect {
  const found = rects.find(isFree);
  if (found) return found;
  const [first] = rects;
  if (!first) throw new Error('an edge without a place for its label');
  for (let by = STEP; ; by += STEP) {
    const moved = [first.top - by, first.top + by].filter((top) => top >= MIN_TOP).map((top) => at(first, top));
    const free = moved.find(isFree);
    if (free) return free;
  }
}

const STEP = 4;
/** Beneath the lengths that head the layers. */
const MIN_TOP = 26;
const UNDER = 2;
/** Paper around a label. */
const HALO = 5;
const INSET = 3;

const at = (rect: Rect, top: number): Rect => ({ ...rect, top, bottom: top + rect.bottom - rect.top });

function rectAt(x: number, baseline: number, width: number, gap: XRange = { left: 0, right: 0 }): Rect {
  const left = Math.max(gap.left + INSET, Math.min(x - width / 2, gap.right - INSET - width));
  const top = Math.max(MIN_TOP, baseline - GRAPH_FONT.size);
  return { left, right: left + width, top, bottom: top + GRAPH_FONT.size + UNDER };
}

function middleOf({ left, right, top, bottom }: Rect, width: number): Rect {
  const x = (left + right - width) / 2;
  return { left: x, right: x + width, top, bottom };
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right + HALO && b.left < a.right + HALO && a.top < b.bottom && b.top < a.bottom;
