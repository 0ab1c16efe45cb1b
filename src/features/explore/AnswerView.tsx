import type { ReactNode } from 'react';
import { openingOf, whereFound } from '../../app/explore/discovery.ts';
import { type Asked, causesOf, type Outcome } from '../../app/explore/explorer.ts';
import { breakable } from '../../components/breakable.tsx';
import { useActions } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/Sign.tsx';
import type { Finding, Setup } from '../../engine/model.ts';
import { findingId } from '../../engine/run/finding-words.ts';
import type { Discovery, Inquiry } from '../../explore/queries/query.ts';
import { verdictText } from '../../explore/queries/verdict.ts';
import { setupText } from '../../explore/queries/words.ts';
import { KIND_WORDS, kindOfFinding } from '../../layout/finding-kind.ts';
import { findingView } from '../../layout/finding-view.ts';
import { printProgram } from '../../notation/text/print.ts';
import { counted, duration, perSecond } from './numbers.ts';
import { useExplorer } from './use-explorer.ts';

/** What a search came to. */
export function AnswerView({ asked, outcome }: { asked: Asked; outcome: Outcome }) {
  if (outcome.kind !== 'reply') {
    return (
      <p className="answer-verdict" role="alert">
        {outcome.kind === 'refused'
          ? `This cannot be asked: ${outcome.why}.`
          : `The search broke off: ${outcome.why}. Nothing of your program is lost.`}
      </p>
    );
  }
  const { reply, ms } = outcome;
  const each = reply.verdict === 'holds' ? reply.each : undefined;
  const rate = perSecond(each ?? reply.states, ms);
  return (
    <>
      <p className={`answer-verdict answer-${reply.verdict} answer-${asked.inquiry.about.kind}`} role="status">
        {verdictText(asked.inquiry.about, reply, asked.nth)}
      </p>
      <p className="answer-cost numbers">
        {counted(reply.states)} {reply.states === 1 ? 'state' : 'states'}
        {each !== undefined && `, ${counted(each)} of each task`}
        {rate !== null && `, ${rate} a second`}, {duration(ms)}
      </p>
      {reply.verdict === 'violated' && <Found asked={asked} outcome={outcome} discovery={reply} />}
    </>
  );
}

interface FoundProps {
  readonly asked: Asked;
  readonly outcome: Outcome;
  readonly discovery: Discovery;
}

function Found({ asked, outcome, discovery }: FoundProps) {
  const { inquiry } = asked;
  const { program, finding } = discovery;
  const explorer = useExplorer();
  const { open, compareWith, perform } = useActions();
  const { about } = inquiry;
  const openTimeline = () => open(openingOf(inquiry, discovery));
  const openComparison = (other: Setup) => {
    openTimeline();
    compareWith([{ revision: other.revision, backend: other.backend, era: other.era }]);
    perform('compare');
  };
  return (
    <>
      {finding &&
        (about.kind === 'differ' ? (
          <Sides setup={inquiry.setup} other={about.other} finding={finding} />
        ) : (
          <What inquiry={inquiry} discovery={discovery} finding={finding} />
        ))}
      {program.length > 0 && <pre className="answer-program">{printProgram(program)}</pre>}
      <div className="answer-tools">
        {about.kind === 'differ' && (
          <button type="button" className="button button-primary" onClick={() => openComparison(about.other)}>
            Compare them on this program
          </button>
        )}
        <button
          type="button"
          className={about.kind === 'differ' ? 'button' : 'button button-primary'}
          onClick={openTimeline}
        >
          Open as timeline
        </button>
        {causesOf(outcome).length > 0 && (
          <button type="button" className="button" onClick={() => explorer.askAnother()}>
            Another one, different cause
          </button>
        )}
      </div>
    </>
  );
}

/** A finding as the findings panel tells it, and where the timeline will stand. */
function What({ inquiry, discovery, finding }: Pick<FoundProps, 'discovery'> & { inquiry: Inquiry; finding: Finding }) {
  const view = findingView(finding, discovery.checks);
  const kind = kindOfFinding(finding);
  return (
    <dl className="answer-facts">
      <div className="answer-finding">
        <dt>
          <InlineSign kind={kind} /> <span className="finding-word">{KIND_WORDS[kind]}</span>
        </dt>
        <dd>
          <code>{breakable(view.broke)}</code>
        </dd>
      </div>
      <Fact name="with">{view.values !== '' && <code>{breakable(view.values)}</code>}</Fact>
      <Fact name="at">{breakable(whereFound(inquiry, discovery))}</Fact>
      <Fact name="against the rule">
        {breakable(view.title)} ({findingId(finding)})
      </Fact>
    </dl>
  );
}

/** Nothing where there is nothing to tell. */
const Fact = ({ name, children }: { name: string; children: ReactNode }) =>
  children === false ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

/** What each of the two looks like at the first row that differs, and in what that is news. */
const Sides = ({ setup, other, finding: { sub, values } }: { setup: Setup; other: Setup; finding: Finding }) => (
  <dl className="answer-facts">
    <Fact name={`differs at ${sub}`}>{values.differs}</Fact>
    <Fact name={setupText(setup)}>{values.left}</Fact>
    <Fact name={setupText(other)}>{values.right}</Fact>
  </dl>
);
