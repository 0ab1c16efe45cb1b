import { useEffect, useState } from 'react';
import type { Graph } from '../../app/explore/explorer.ts';
import { type InquiryForm, inquiryOf } from '../../app/explore/inquiry-form.ts';
import { Choice } from '../../components/Choice.tsx';
import { useDeferred } from '../../components/hooks/use-deferred.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { inquiryText } from '../../explore/queries/words.ts';
import type { Telling } from '../../explore/state-graph/describe.ts';
import type { StateGraph } from '../../explore/state-graph/graph.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { listOf } from '../../lib/phrases.ts';
import { GraphWalk } from './GraphWalk.tsx';
import { counted, duration } from './numbers.ts';
import { useExplorer, useExploring } from './use-explorer.ts';

const TELLINGS: Readonly<Record<Telling, string>> = { each: 'Each state', class: 'Classes of states' };

/** The states that the question is about, and the moves between them. */
export function GraphPane({ form }: { form: InquiryForm }) {
  const explorer = useExplorer();
  // Rendered in slices, so that the page stays responsive.
  const graph = useDeferred(useExploring((state) => state.graph));
  const [picked, setPicked] = useState<Telling | null>(null);
  const inquiry = inquiryOf(form);

  // Drawn when it is first looked at; another question is drawn anew.
  useEffect(() => {
    const wanted = inquiryOf(form);
    const drawn = explorer.store.getState().graph;
    if (wanted.ok && !deepEqual(drawn?.inquiry, wanted.value)) explorer.draw(wanted.value);
  }, [explorer, form]);

  if (!inquiry.ok || !graph) {
    return <p className="question-wrong">The question is not ready to be asked: {wordsOf(inquiry)}.</p>;
  }
  const { outcome } = graph;
  const found = outcome?.kind === 'graph' ? outcome.graph : graph.glimpse;
  const telling = picked ?? (found ? firstTelling(found) : 'each');
  return (
    <div className="graph">
      <p className="answer-question">The states that this question comes by. {inquiryText(graph.inquiry)}</p>
      {outcome === null && <Drawing graph={graph} />}
      {outcome !== null && outcome.kind !== 'graph' && (
        <p className="answer-verdict" role="status">
          Not all was looked at: {outcome.why}.{' '}
          <button type="button" className="button" onClick={() => explorer.draw(graph.inquiry, graph.states)}>
            Draw the states
          </button>
        </p>
      )}
      {found && (
        <>
          <div className="graph-tools">
            <Choice legend="Drawn" options={TELLINGS} value={telling} onChoose={setPicked} />
            {outcome?.kind === 'graph' && <Size graph={graph} found={found} telling={telling} ms={outcome.ms} />}
          </div>
          <p className="question-note">
            Each box is a state, with the values of {fieldsIn(graph.inquiry)}
            {'. '}A number behind a plus is how many updates wait. A bar at the left of a box: the mode is active. A
            cross on a line: what is asked about happens there.
          </p>
          <GraphWalk
            key={telling}
            inquiry={graph.inquiry}
            drawn={telling === 'each' ? found.each : found.classes}
            telling={telling}
          />
        </>
      )}
    </div>
  );
}

/** Classes where states are too many to be taken in, unless a person wants it otherwise. */
const firstTelling = ({ each, classes }: StateGraph): Telling =>
  (each.goesOn || each.nodes.length > FEW) && classes.nodes.length < each.nodes.length ? 'class' : 'each';

const FEW = 24;

/** What the numbers of a state are, in their order. */
function fieldsIn({ setup }: Graph['inquiry']): string {
  const names = revisions.get(setup.revision).fields.map(({ name }) => name);
  return names.length === 0 ? 'no counters' : listOf(names);
}

const wordsOf = (inquiry: ReturnType<typeof inquiryOf>): string =>
  inquiry.ok ? '' : Object.values(inquiry.error).join('; ');

function Drawing({ graph: { gone, states } }: { graph: Graph }) {
  const explorer = useExplorer();
  return (
    <>
      <p role="status">Looking at the states …</p>
      <progress className="answer-bar" aria-label="States looked at" value={gone.states} max={states} />
      <p className="numbers">
        {counted(gone.states)} states in {duration(gone.ms)}{' '}
        <button type="button" className="button" onClick={() => explorer.cancelDrawing()}>
          Cancel
        </button>
      </p>
    </>
  );
}

interface SizeProps {
  readonly graph: Graph;
  readonly found: StateGraph;
  readonly telling: Telling;
  readonly ms: number;
}

/** How much is there, and how much of it is drawn. */
function Size({ graph, found, telling, ms }: SizeProps) {
  const explorer = useExplorer();
  const { states, complete, each, classes, ofClasses } = found;
  const last = each.nodes.at(-1)?.length ?? 0;
  const drawn =
    telling === 'class'
      ? `Counters from 2 to 253 are one class, and so is what waits from 2 on: ${classesText(classes.nodes.length, ofClasses)}.`
      : each.goesOn
        ? `Drawn are the ${each.nodes.length} that programs of up to length ${last} reach.`
        : 'All are drawn.';
  const alike = new Set(each.nodes.map(({ says }) => says)).size < each.nodes.length;
  return (
    <p className="graph-size numbers" role="status">
      {complete ? `There are ${counted(states)} states.` : `The first ${counted(states)} states; there are more.`}{' '}
      {drawn} {telling === 'each' && alike && ALIKE} {duration(ms)}.{' '}
      {!complete && (
        <button
          type="button"
          className="button button-link"
          onClick={() => explorer.draw(graph.inquiry, graph.states * FURTHER)}
        >
          Look at {counted(graph.states * FURTHER)}
        </button>
      )}
    </p>
  );
}

const classesText = (drawn: number, all: number): string =>
  drawn === all ? `${all} classes` : `${counted(all)} classes, of which the ${drawn} first are drawn`;

const FURTHER = 5;
const ALIKE = 'Some look alike: they differ in what callers have open, or in what is held back.';
