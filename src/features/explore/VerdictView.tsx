import type { ReactNode } from 'react';
import { counterexampleRequest, describeLocation } from '../../app/explore/counterexample.ts';
import { type ActiveQuery, causesShown, type QueryOutcome } from '../../app/explore/explorer.ts';
import { useActions } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import type { Finding, Setup } from '../../engine/model.ts';
import { findingId } from '../../engine/run/finding-text.ts';
import { setupText } from '../../explore/queries/descriptions.ts';
import type { Counterexample, Query } from '../../explore/queries/query.ts';
import { describeVerdict } from '../../explore/queries/verdict.ts';
import { KIND_WORDS, kindOfFinding } from '../../layout/finding-kind.ts';
import { findingView } from '../../layout/finding-view.ts';
import { printProgram } from '../../notation/text/print.ts';
import { formatCount, formatDuration, formatRate } from './format-numbers.ts';
import { useExplorer } from './use-explorer.ts';

/** The verdict of a search. */
export function VerdictView({ active, outcome }: { active: ActiveQuery; outcome: QueryOutcome }) {
  if (outcome.kind !== 'reply') {
    return (
      <p className="answer-verdict" role="alert">
        {outcome.kind === 'refused'
          ? `Cannot run this query: ${outcome.why}.`
          : `The search failed: ${outcome.why}. Your program is unchanged.`}
      </p>
    );
  }
  const { reply, ms } = outcome;
  const each = reply.verdict === 'holds' ? reply.statesPerTask : undefined;
  const rate = formatRate(each ?? reply.states, ms);
  return (
    <>
      <p className={`answer-verdict answer-${reply.verdict} answer-${active.query.target.kind}`} role="status">
        {describeVerdict(active.query.target, reply, active.causeNumber)}
      </p>
      <p className="answer-cost numbers">
        {formatCount(reply.states)} {reply.states === 1 ? 'state' : 'states'}
        {each !== undefined && `, ${formatCount(each)} per task`}
        {rate !== null && `, ${rate} per second`}, {formatDuration(ms)}
      </p>
      {reply.verdict === 'violated' && <CounterexampleView active={active} outcome={outcome} counterexample={reply} />}
    </>
  );
}

interface FoundProps {
  readonly active: ActiveQuery;
  readonly outcome: QueryOutcome;
  readonly counterexample: Counterexample;
}

function CounterexampleView({ active, outcome, counterexample }: FoundProps) {
  const { query } = active;
  const { program, finding } = counterexample;
  const explorer = useExplorer();
  const { open, compareWith, perform } = useActions();
  const { target } = query;
  const openTimeline = () => open({ kind: 'made', request: counterexampleRequest(query, counterexample) });
  const openComparison = (other: Setup) => {
    openTimeline();
    compareWith([{ revision: other.revision, backend: other.backend, era: other.era }]);
    perform('compare');
  };
  return (
    <>
      {finding &&
        (target.kind === 'differ' ? (
          <Sides setup={query.setup} other={target.other} finding={finding} />
        ) : (
          <FindingFacts query={query} counterexample={counterexample} finding={finding} />
        ))}
      {program.length > 0 && <pre className="answer-program">{printProgram(program)}</pre>}
      <div className="answer-tools">
        {target.kind === 'differ' && (
          <button type="button" className="button button-primary" onClick={() => openComparison(target.other)}>
            Compare both on this program
          </button>
        )}
        <button
          type="button"
          className={target.kind === 'differ' ? 'button' : 'button button-primary'}
          onClick={openTimeline}
        >
          Open in timeline
        </button>
        {causesShown(outcome).length > 0 && (
          <button type="button" className="button" onClick={() => explorer.findAnotherCause()}>
            Find a different cause
          </button>
        )}
      </div>
    </>
  );
}

/** A finding as in the findings panel, and where the timeline opens. */
function FindingFacts({
  query,
  counterexample,
  finding,
}: Pick<FoundProps, 'counterexample'> & { query: Query; finding: Finding }) {
  const view = findingView(finding, counterexample.checks);
  const kind = kindOfFinding(finding);
  return (
    <dl className="answer-facts">
      <div className="answer-finding">
        <dt>
          <InlineSign kind={kind} /> <span className="finding-word">{KIND_WORDS[kind]}</span>
        </dt>
        <dd>
          <code>{insertWordBreaks(view.broke)}</code>
        </dd>
      </div>
      <Fact name="Values">{view.values !== '' && <code>{insertWordBreaks(view.values)}</code>}</Fact>
      <Fact name="Where">{insertWordBreaks(describeLocation(query, counterexample))}</Fact>
      <Fact name="Rule">
        {insertWordBreaks(view.title)} ({findingId(finding)})
      </Fact>
    </dl>
  );
}

/** Renders nothing without content. */
const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children === false ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

/** What each side does at the first difference, and in which part they differ. */
const Sides = ({ setup, other, finding: { sub, values } }: { setup: Setup; other: Setup; finding: Finding }) => (
  <dl className="answer-facts">
    <Fact name={`Differs at ${sub}`}>{values.differs}</Fact>
    <Fact name={setupText(setup)}>{values.left}</Fact>
    <Fact name={setupText(other)}>{values.right}</Fact>
  </dl>
);
