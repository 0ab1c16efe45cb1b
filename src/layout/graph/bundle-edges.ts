import { group } from 'd3';
import { truncateLabel } from '../label-placement.ts';
import type { Measure } from '../scene.ts';
import { type EdgeBundle, GRAPH_FONT, type GraphEdgeInput } from './graph-scene.ts';

/** Merges the moves between the same two states into one edge that names their events. */
export function bundleEdges(edges: readonly GraphEdgeInput[], measure: Measure): readonly EdgeBundle[] {
  const bundles = group(edges, ({ from, to }) => `${from} ${to}`);
  return [...bundles.values()].map((bundle) => {
    const { from, to } = bundle[0] as GraphEdgeInput;
    const events = [...new Set(bundle.map(({ event }) => event))];
    const label =
      events.length > MAX_EVENTS ? `${events.slice(0, 2).join(', ')} and ${events.length - 2} more` : events.join(', ');
    return {
      from,
      to,
      label: truncateLabel(label, GRAPH_FONT, MAX_LABEL_WIDTH, measure),
      broken: bundle.some(({ broken }) => broken !== null),
    };
  });
}

const MAX_EVENTS = 3;
/** A label stands in the gap between two layers, so the widest one decides how far apart they are. */
const MAX_LABEL_WIDTH = 260;
