import { useEffect, useState } from 'react';
import type { GraphJob } from '../../app/explore/explorer.ts';
import { parseForm, type QueryForm } from '../../app/explore/query-form.ts';
import { useDeferred } from '../../components/hooks/use-deferred.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { revisions } from '../../engine/revisions/index.ts';
import { describeQuery } from '../../explore/queries/descriptions.ts';
import type { Grouping } from '../../explore/state-graph/describe.ts';
import type { StateGraph } from '../../explore/state-graph/graph.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { listOf } from '../../lib/phrases.ts';
import { formatCount, formatDuration } from './format-numbers.ts';
import { GraphWalk } from './GraphWalk.tsx';
import { useExplorer, useExplorerState } from './use-explorer.ts';

const GROUPINGS: Readonly<Record<Grouping, string>> = { each: 'Each state', class: 'State classes' };

/** The states of a query and the moves between them. */
export function GraphPane({ form }: { form: QueryForm }) {
  const explorer = useExplorer();
  // Rendered in slices, so that the page stays responsive.
  const graph = useDeferred(useExplorerState((state) => state.graph));
  const [selected, setSelected] = useState<Grouping | null>(null);
  const query = parseForm(form);

  // Built on first display, and again for another query.
  useEffect(() => {
    const parsed = parseForm(form);
    const view = explorer.store.getState().graph;
    if (parsed.ok && !deepEqual(view?.query, parsed.value)) explorer.drawGraph(parsed.value);
  }, [explorer, form]);

  if (!query.ok || !graph) {
    return <p className="query-wrong">Cannot draw states yet: {errorText(query)}.</p>;
  }
  const { outcome } = graph;
  const found = outcome?.kind === 'graph' ? outcome.graph : graph.preview;
  const grouping = selected ?? (found ? defaultGrouping(found) : 'each');
  return (
    <div className="graph">
      <p className="answer-query">States reached by this query. {describeQuery(graph.query)}</p>
      {outcome === null && <GraphProgress graph={graph} />}
      {outcome !== null && outcome.kind !== 'graph' && (
        <p className="answer-verdict" role="status">
          Incomplete: {outcome.why}.{' '}
          <button type="button" className="button" onClick={() => explorer.drawGraph(graph.query, graph.maxStates)}>
            Draw states
          </button>
        </p>
      )}
      {found && (
        <>
          <div className="graph-tools">
            <RadioGroup legend="Show" options={GROUPINGS} value={grouping} onChoose={setSelected} />
            {outcome?.kind === 'graph' && <Size graph={graph} found={found} grouping={grouping} ms={outcome.ms} />}
          </div>
          <p className="query-note">
            Each box is a state and shows {fieldsIn(graph.query)}
            {'. '}+2 means two pending updates. A bar on the left means that the mode is active. A cross marks a move
            that satisfies the query.
          </p>
          <GraphWalk
            key={grouping}
            query={graph.query}
            view={grouping === 'each' ? found.byState : found.byClass}
            grouping={grouping}
          />
        </>
      )}
    </div>
  );
}

/** Shows classes if there are too many states to take in, unless the user chose otherwise. */
const defaultGrouping = ({ byState: each, byClass: classes }: StateGraph): Grouping =>
  (each.isTruncated || each.nodes.length > MAX_SINGLE_STATES) && classes.nodes.length < each.nodes.length
    ? 'class'
    : 'each';

const MAX_SINGLE_STATES = 24;

/** Names of the numbers in a box, in order. */
function fieldsIn({ setup }: GraphJob['query']): string {
  const names = revisions.get(setup.revision).fields.map(({ name }) => name);
  return names.length === 0 ? 'no counters' : listOf(names);
}

const errorText = (query: ReturnType<typeof parseForm>): string =>
  query.ok ? '' : Object.values(query.error).join('; ');

function GraphProgress({ graph: { progress, maxStates: states } }: { graph: GraphJob }) {
  const explorer = useExplorer();
  return (
    <>
      <p role="status">Exploring states…</p>
      <progress className="answer-bar" aria-label="States explored" value={progress.states} max={states} />
      <p className="numbers">
        {formatCount(progress.states)} states in {formatDuration(progress.ms)}{' '}
        <button type="button" className="button" onClick={() => explorer.cancelGraph()}>
          Cancel
        </button>
      </p>
    </>
  );
}

interface SizeProps {
  readonly graph: GraphJob;
  readonly found: StateGraph;
  readonly grouping: Grouping;
  readonly ms: number;
}

/** How many states there are, and how many of them are drawn. */
function Size({ graph, found, grouping, ms }: SizeProps) {
  const explorer = useExplorer();
  const { stateCount: states, isComplete: complete, byState: each, byClass: classes, classCount: ofClasses } = found;
  const last = each.nodes.at(-1)?.length ?? 0;
  const view =
    grouping === 'class'
      ? `Counters from 2 to 253 form one class, and so do two or more pending updates: ${classesText(classes.nodes.length, ofClasses)}.`
      : each.isTruncated
        ? `Shows the ${each.nodes.length} states that programs of up to ${last} events reach.`
        : 'All are shown.';
  const alike = new Set(each.nodes.map(({ description }) => description)).size < each.nodes.length;
  return (
    <p className="graph-size numbers" role="status">
      {complete ? `${formatCount(states)} states.` : `The first ${formatCount(states)} states; there are more.`} {view}{' '}
      {grouping === 'each' && alike && LOOK_ALIKE} {formatDuration(ms)}.{' '}
      {!complete && (
        <button
          type="button"
          className="button button-link"
          onClick={() => explorer.drawGraph(graph.query, graph.maxStates * GROWTH_FACTOR)}
        >
          Explore {formatCount(graph.maxStates * GROWTH_FACTOR)}
        </button>
      )}
    </p>
  );
}

const classesText = (view: number, all: number): string =>
  view === all ? `${all} classes` : `the first ${view} of ${formatCount(all)} classes`;

const GROWTH_FACTOR = 5;
const LOOK_ALIKE = 'Some look alike: they differ in open calls or in pending updates.';
