import {
  coordGreedy,
  coordSimplex,
  decrossDfs,
  decrossTwoLayer,
  type Graph,
  graph,
  sugiyama,
  twolayerAgg,
} from 'd3-dag';
import type { EdgeBundle } from './graph-scene.ts';

/** A state with its layer, counted from 0 without holes, and the height that it needs within the layer. */
export interface LayeredNode {
  readonly id: number;
  readonly layer: number;
  readonly height: number;
}

/** Positions down the layers: the middle of each state, and where an edge crosses each layer that it skips. */
export interface LayerPositions {
  readonly nodes: ReadonlyMap<number, number>;
  readonly bends: ReadonlyMap<EdgeBundle, readonly number[]>;
}

/**
 * Orders the states of each layer for few crossings and places them, with room for the edges that pass between them. Edges
 * must lead from a lower layer to a higher one.
 */
export function placeNodes(nodes: readonly LayeredNode[], edges: readonly EdgeBundle[], gap: number): LayerPositions {
  if (nodes.length === 0) return { nodes: new Map(), bends: new Map() };
  const dag = graph<LayeredNode, EdgeBundle>();
  const byId = new Map(nodes.map((node) => [node.id, dag.node(node)]));
  let size = nodes.length;
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) continue;
    dag.link(from, to, edge);
    size += to.data.layer - from.data.layer - 1;
  }
  // d3-dag lays out from top to bottom: its x axis is the one that runs down our layers.
  sugiyama()
    .layering(layerByDistance)
    .decross(decrossTwoLayer().order(twolayerAgg()).inits([decrossDfs()]).passes(DECROSS_PASSES))
    .coord(size > MAX_SIMPLEX_SIZE ? coordGreedy() : coordSimplex())
    .nodeSize(({ data }: { data: LayeredNode }): [number, number] => [data.height, 1])
    .gap([gap, 1])(dag);
  return {
    nodes: new Map([...dag.nodes()].map(({ data, x }) => [data.id, x])),
    bends: new Map([...dag.links()].map(({ data, points }) => [data, points.slice(1, -1).map(([x]) => x)])),
  };
}

/** The search has found the layers already: a layer is a distance from the start. */
function layerByDistance<N extends LayeredNode, L>(dag: Graph<N, L>): number {
  let last = 0;
  for (const node of dag.nodes()) {
    node.y = node.data.layer;
    last = Math.max(last, node.y);
  }
  return last;
}

const DECROSS_PASSES = 6;
/**
 * States and bends up to which the linear program is solved: it then takes less than the 50 ms that make a long task. The
 * greedy placement of more looks less regular.
 */
const MAX_SIMPLEX_SIZE = 200;
