import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { GraphEdge, GraphView } from '../../explore/state-graph/graph.ts';
import type { GraphScene, PlacedEdge, PlacedNode } from '../../layout/graph/graph-scene.ts';
import { MAX_LABELLED_EDGES } from '../../layout/graph/place-labels.ts';
import { formatCount } from './format-numbers.ts';

interface Props {
  readonly scene: GraphScene;
  readonly view: GraphView;
  readonly at: number;
  readonly playhead: number | null;
  /** The move that Enter takes. */
  readonly chosen: GraphEdge | null;
  onPick(node: number): void;
}

/** Draws the graph. Text beside it conveys the same, so it is hidden from screen readers. */
export function GraphDrawing({ scene, view, at, playhead, chosen, onPick }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  // Each new drawing is shown from its start, also while states are still being found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is drawn
  useEffect(() => {
    svg.current?.parentElement?.scrollTo(0, 0);
  }, [scene]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is drawn
  useEffect(() => {
    svg.current?.querySelector(`[data-node="${at}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, scene]);
  const pick = ({ target }: MouseEvent) => {
    const node = target instanceof Element ? target.closest('[data-node]') : null;
    if (node instanceof SVGElement) onPick(Number(node.dataset.node));
  };
  const few = scene.edges.length <= MAX_LABELLED_EDGES;
  return (
    <svg ref={svg} className="state-graph" width={scene.width} height={scene.height} aria-hidden="true" onClick={pick}>
      {scene.layers.map(({ length, x }) => (
        <text key={length} className="state-layer" x={x} y={20}>
          {length === 0 ? 'start' : length}
        </text>
      ))}
      {scene.edges.map((edge) => (
        <Edge
          key={`${edge.from} ${edge.to}`}
          edge={edge}
          near={edge.from === at}
          named={few || edge.from === at}
          chosen={edge.from === chosen?.from && edge.to === chosen.to}
        />
      ))}
      {scene.nodes.map((node) => (
        <Node
          key={node.id}
          node={node}
          states={view.nodes[node.id]?.states ?? 1}
          says={view.nodes[node.id]?.description ?? ''}
          active={view.nodes[node.id]?.active === true}
          here={node.id === at}
          playhead={node.id === playhead}
        />
      ))}
    </svg>
  );
}

interface EdgeProps {
  readonly edge: PlacedEdge;
  readonly near: boolean;
  readonly named: boolean;
  readonly chosen: boolean;
}

const Edge = memo(({ edge: { d, label, labelX, labelY, broken }, near, named, chosen }: EdgeProps) => (
  <g
    className={`state-edge ${broken ? 'state-edge-broken' : ''}`}
    data-near={near || undefined}
    data-chosen={chosen || undefined}
  >
    <path d={d} />
    {(named || broken) && (
      <text x={labelX} y={labelY}>
        {broken && '✗'} {named && label}
      </text>
    )}
  </g>
));

interface NodeProps {
  readonly node: PlacedNode;
  readonly states: number;
  readonly says: string;
  readonly active: boolean;
  readonly here: boolean;
  readonly playhead: boolean;
}

const Node = memo(
  ({ node: { id, x, y, width, height, lines }, states, says: description, active, here, playhead }: NodeProps) => {
    const [left, top] = [x - width / 2, y - height / 2];
    return (
      <g className="state-node" data-node={id} data-here={here || undefined} data-active={active || undefined}>
        <title>{description}</title>
        <rect x={left} y={top} width={width} height={height} rx={4} />
        {active && <rect className="state-active" x={left} y={top} width={4} height={height} />}
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <text key={i} x={x} y={top + 15 + 14 * i}>
            {line}
          </text>
        ))}
        {(states > 1 || playhead) && (
          <text className="state-count" x={x} y={top + height + 11}>
            {[...(states > 1 ? [`${formatCount(states)} states`] : []), ...(playhead ? ['▲ playhead'] : [])].join(
              ' · ',
            )}
          </text>
        )}
      </g>
    );
  },
);
