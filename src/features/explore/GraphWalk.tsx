import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { movesFrom, nodeAtPlayhead, walkRequest } from '../../app/explore/graph-walk.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { measureText } from '../../components/hooks/measure-text.ts';
import type { Query } from '../../explore/queries/query.ts';
import type { Grouping } from '../../explore/state-graph/describe.ts';
import type { GraphEdge, GraphView } from '../../explore/state-graph/graph.ts';
import { layoutGraph } from '../../layout/graph/state-graph.ts';
import { GraphDrawing } from './GraphDrawing.tsx';

interface Props {
  readonly query: Query;
  readonly view: GraphView;
  readonly grouping: Grouping;
}

/**
 * A position in the graph and the moves that led to it; for classes, those of a shortest program to the first state of
 * the class.
 */
interface WalkStep {
  readonly node: number;
  readonly moves: readonly number[];
}

/** A graph to walk through by click, by arrow keys, and by a list of moves. */
export function GraphWalk({ query, view, grouping }: Props) {
  const { open } = useActions();
  const id = useId();
  const playhead = useApp((state) => nodeAtPlayhead(state, query, view, grouping));
  const [steps, setSteps] = useState<readonly WalkStep[] | null>(null);
  const [selected, setSelected] = useState(0);
  const scene = useMemo(() => layoutGraph(view.nodes, view.edges, measureText), [view]);
  // Until the user moves, the walk stands at the playhead, whose node may be drawn later than the start.
  const walk = steps ?? [stepAt(view, playhead ?? 0)];
  const last = walk.at(-1);
  const here = last && view.nodes[last.node] ? last : stepAt(view, 0);
  const node = view.nodes[here.node];
  const moves = movesFrom(view, here.node);
  if (!node) return null;

  const go = (steps: readonly WalkStep[]) => {
    setSteps(steps);
    setSelected(0);
  };
  const jump = (to: number) => go([stepAt(view, to)]);
  const take = (edge: GraphEdge | undefined) => {
    if (!edge) return;
    // For a class, only the path to its first state is known.
    const all = grouping === 'class' ? edge.moves : [...here.moves, ...edge.moves.slice(-1)];
    go([...walk, { node: edge.to, moves: all }]);
  };
  const back = () => {
    if (walk.length > 1) go(walk.slice(0, -1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setSelected((selected + step + moves.length) % Math.max(1, moves.length));
    else if (event.key === 'ArrowRight' || event.key === 'Enter') take(moves[selected]);
    else if (event.key === 'ArrowLeft') back();
    else if (event.key === 'Home') jump(0);
    else return;
    event.preventDefault();
  };

  return (
    <div className="graph-walk">
      {/* biome-ignore lint/a11y/useSemanticElements: no field set: it holds a drawing */}
      <div
        className="graph-box"
        role="group"
        aria-label="State graph: Up and Down select a move, Right follows it, Left goes back"
        aria-describedby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk in it
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <GraphDrawing
          scene={scene}
          view={view}
          at={here.node}
          playhead={playhead}
          chosen={moves[selected] ?? null}
          onPick={jump}
        />
      </div>
      <section className="graph-here" aria-label="Current state">
        <h3>Current state</h3>
        <p id={id} role="status">
          {node.description}
          {grouping === 'class' && ` (${node.states} ${node.states === 1 ? 'state' : 'states'})`}
          {here.node === playhead && ' (the playhead is here)'}
        </p>
        <h4>Moves</h4>
        {moves.length === 0 ? (
          <p className="query-note">{view.isTruncated ? 'Moves from here are not drawn.' : 'No moves from here.'}</p>
        ) : (
          <ol className="graph-moves">
            {moves.map((edge, i) => (
              <li key={`${edge.event} ${edge.to} ${edge.broken}`}>
                <button
                  type="button"
                  className="button button-code"
                  aria-current={i === selected || undefined}
                  onClick={() => take(edge)}
                >
                  {edge.event}
                </button>{' '}
                <span className="graph-to">
                  {edge.broken !== null && <strong className="graph-broken">✗ {edge.broken}; </strong>}
                  {view.nodes[edge.to]?.description}
                </span>
              </li>
            ))}
          </ol>
        )}
        <div className="answer-tools">
          <button type="button" className="button" aria-disabled={walk.length < 2 || undefined} onClick={back}>
            Back
          </button>
          <button type="button" className="button" onClick={() => jump(0)}>
            Go to start
          </button>
          <button
            type="button"
            className="button button-primary"
            onClick={() => open({ kind: 'made', request: walkRequest(query, here.moves) })}
          >
            Open in timeline
          </button>
        </div>
      </section>
    </div>
  );
}

const stepAt = ({ nodes }: GraphView, node: number): WalkStep => ({ node, moves: nodes[node]?.moves ?? [] });
