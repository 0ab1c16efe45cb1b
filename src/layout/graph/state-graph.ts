import { ascending, group, max } from 'd3';
import type { Measure } from '../scene.ts';
import { bundleEdges } from './bundle-edges.ts';
import {
  type EdgeBundle,
  GRAPH_FONT,
  type GraphEdgeInput,
  type GraphNodeInput,
  type GraphScene,
  round,
  type XRange,
} from './graph-scene.ts';
import { edgeText, MAX_LABELLED_EDGES, placeLabels } from './place-labels.ts';
import { placeNodes } from './place-nodes.ts';
import { labelGapOf, type RoutedNode, routeEdges } from './route-edges.ts';

/**
 * Lays out a state graph. Layers are distances from the start, so edges forward form an acyclic graph, which d3-dag orders and
 * places; edges back and within a layer are routed around the boxes.
 */
export function layoutGraph(
  nodes: readonly GraphNodeInput[],
  edges: readonly GraphEdgeInput[],
  measure: Measure,
): GraphScene {
  const byLength = [...group(nodes, ({ length }) => length)].sort(([a], [b]) => ascending(a, b));
  const layerOf = new Map(byLength.flatMap(([, layer], i) => layer.map(({ id }) => [id, i] as const)));
  const bundles = bundleEdges(edges, measure).filter(({ from, to }) => layerOf.has(from) && layerOf.has(to));
  const sized = nodes.map((node) => ({ ...node, layer: layerOf.get(node.id) ?? 0, ...sizeOf(node, measure) }));
  const positions = placeNodes(
    sized.map(({ id, layer, height, below }) => ({ id, layer, height: height + below })),
    bundles.filter(({ from, to }) => (layerOf.get(from) ?? 0) < (layerOf.get(to) ?? 0)),
    bundles.length <= MAX_LABELLED_EDGES ? BETWEEN_ROWS.few : BETWEEN_ROWS.many,
  );
  const middleOf = ({ id, below }: (typeof sized)[number]) => (positions.nodes.get(id) ?? 0) - below / 2;
  const top = Math.min(
    ...sized.map((node) => middleOf(node) - node.height / 2),
    ...[...positions.bends.values()].flat(),
  );
  const down = MARGIN + HEAD - top;
  const { layers, gaps } = columnsOf(
    byLength.map((_, layer) => max(sized, (node) => (node.layer === layer ? node.reach : 0)) ?? 0),
    gapWidths(bundles, layerOf, byLength.length, measure),
  );
  const placed = new Map(
    sized.map((node): [number, RoutedNode] => {
      const { id, layer, width, height, lines } = node;
      const { left = 0, right = 0 } = layers[layer] ?? {};
      // A start that is alone in its layer stands at the top, where the view begins.
      const isStart = layer === 0 && byLength[0]?.[1].length === 1;
      const y = isStart ? MARGIN + HEAD + height / 2 : round(middleOf(node) + down);
      return [id, { id, layer, x: (left + right) / 2, y, width, height, lines }];
    }),
  );
  const bottom = max(sized, ({ id, height, below }) => (placed.get(id)?.y ?? 0) + height / 2 + below) ?? 0;
  const bends = new Map([...positions.bends].map(([edge, ys]) => [edge, ys.map((y) => round(y + down))]));
  const routes = routeEdges(bundles, { nodes: placed, layers, gaps, bends, bottom });
  const labelled = placeLabels(routes, gaps, measure);
  const lowest = Math.max(
    bottom,
    ...[...bends.values()].flat(),
    ...routes.map((route) => route.bottom),
    ...labelled.map(({ labelY }) => labelY),
  );
  return {
    width: (gaps.at(-1)?.right ?? 0) + MARGIN,
    height: lowest + MARGIN,
    layers: byLength.map(([length], i) => ({ length, x: layers[i]?.left ?? 0 })),
    nodes: [...placed.values()].map(({ layer: _, ...node }) => node),
    edges: labelled,
  };
}

const LINE = 14;
const PAD_X = 8;
const PAD_Y = 4;
const MIN_WIDTH = 28;
/** Room between two states of a layer, for loops, and with few edges for more of their labels. */
const BETWEEN_ROWS = { few: 36, many: 22 } as const;
/** Room between two layers, in which edges bend; a wider label needs more. */
const MIN_GAP = 92;
const LABEL_PAD = 8;
const MARGIN = 28;
/** Room for the lengths above the layers. */
const HEAD = 20;
/** The height of the text beneath a state. */
const COUNT = 12;

/** The box of a state, the height of the count beneath it, and the width that both need. */
function sizeOf({ lines, states = 1 }: GraphNodeInput, measure: Measure) {
  const widest = max(lines, (line) => measure(line, GRAPH_FONT.family, GRAPH_FONT.size)) ?? 0;
  const width = Math.max(MIN_WIDTH, widest + 2 * PAD_X);
  // The state of the playhead says so beneath its box, too.
  const count = measure(states > 1 ? `${states} states · ▲ step` : '▲ step', 'sans', GRAPH_FONT.size);
  return {
    width,
    height: lines.length * LINE + 2 * PAD_Y,
    below: states > 1 ? COUNT : 0,
    reach: Math.max(width, count),
  };
}

/** Each gap is as wide as the widest label in it needs; there is none behind the last layer unless an edge turns there. */
function gapWidths(
  bundles: readonly EdgeBundle[],
  layerOf: ReadonlyMap<number, number>,
  count: number,
  measure: Measure,
): readonly number[] {
  const widths: number[] = Array.from({ length: count }, (_, gap) => (gap < count - 1 ? MIN_GAP : 0));
  for (const edge of bundles) {
    const gap = labelGapOf(edge, layerOf.get(edge.from) ?? 0, layerOf.get(edge.to) ?? 0);
    const label = measure(edgeText(edge), GRAPH_FONT.family, GRAPH_FONT.size) + 2 * LABEL_PAD;
    widths[gap] = Math.max(widths[gap] ?? 0, MIN_GAP, label);
  }
  return widths;
}

/** Layers and the gaps at their right, from left to right. */
function columnsOf(
  widths: readonly number[],
  between: readonly number[],
): { readonly layers: readonly XRange[]; readonly gaps: readonly XRange[] } {
  let x = MARGIN;
  const take = (width = 0): XRange => {
    const left = x;
    x += width;
    return { left: round(left), right: round(x) };
  };
  const columns = widths.map((width, i) => ({ layer: take(width), gap: take(between[i]) }));
  return { layers: columns.map(({ layer }) => layer), gaps: columns.map(({ gap }) => gap) };
}
