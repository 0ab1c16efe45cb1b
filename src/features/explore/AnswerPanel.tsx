import { useEffect, useRef } from 'react';
import type { Asked } from '../../app/explore/explorer.ts';
import { hasMoved } from '../../app/explore/inquiry-form.ts';
import { foundLink, questionLink, wordsOf } from '../../app/explore/question-link.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { KNOWN_FINDINGS } from '../../explore/queries/known-findings.ts';
import { inquiryText } from '../../explore/queries/words.ts';
import { AnswerView } from './AnswerView.tsx';
import { ProgressView } from './ProgressView.tsx';
import { useExploring } from './use-explorer.ts';

/** What was asked last, how far it is, and what came of it. `asks`: the question of the form stands above it. */
export function AnswerPanel({ asks }: { asks: boolean }) {
  const asked = useExploring((state) => state.asked);
  const outcome = useExploring((state) => state.outcome);
  // What people found is not asked by the form.
  const stale = useExploring(({ form, asked: last }) => {
    return form !== null && last !== null && last.known === null && hasMoved(form, last.inquiry);
  });
  const panel = useRef<HTMLElement>(null);
  // On a narrow page it stands below a long form.
  useEffect(() => {
    if (asked) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <section ref={panel} className={stale ? 'answer answer-stale' : 'answer'} aria-label="Answer">
      {asked ? (
        <>
          <Heading asked={asked} told={asks && asked.known === null && !stale} />
          <p className="answer-moved" aria-live="polite">
            {stale && 'The question has been changed since. What stands here answers the one before.'}
          </p>
          {outcome ? <AnswerView asked={asked} outcome={outcome} /> : <ProgressView asked={asked} />}
          {asked.inquiry.about.kind === 'differ' && (
            <p>
              <CommandButton command="compare" label="Back to the comparison" className="button-link" />, with your own
              program
            </p>
          )}
          <Links asked={asked} />
        </>
      ) : (
        <p className="question-note">Nothing has been asked yet.</p>
      )}
    </section>
  );
}

/** What to send on, and what they will see who open it. */
function Links({ asked }: { asked: Asked }) {
  const form = useExploring((state) => state.form);
  const outcome = useExploring((state) => state.outcome);
  const document = useApp((state) => state.document);
  const words = wordsOf(asked, form);
  const found = outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply : null;
  const question = (text: string) => (address: string) =>
    address + questionLink(text, asked.inquiry, outcome, document);
  return (
    <dl className="answer-links">
      {words !== null && (
        <Link name="question" sees="Explore, where this is asked and answered again" write={question(words)} />
      )}
      {found && (
        <Link
          name="timeline"
          sees="what was found as a timeline, at the step that shows it"
          write={(address) => address + foundLink(asked.inquiry, found)}
        />
      )}
    </dl>
  );
}

interface LinkProps {
  readonly name: string;
  /** What they will see who open it. */
  readonly sees: string;
  write(address: string): string;
}

const Link = ({ name, sees, write }: LinkProps) => (
  <div>
    <dt>
      <CopyButton
        label={`Copy link to the ${name}`}
        what={`a link to the ${name}`}
        says={`opens ${sees}`}
        write={write}
      />
    </dt>
    <dd>opens {sees}</dd>
  </div>
);

/** The question is told again only where what stands above is another one. */
function Heading({ asked: { inquiry, known, nth }, told }: { asked: Asked; told: boolean }) {
  const found = known === null ? null : KNOWN_FINDINGS[known];
  return (
    <>
      <h3>{found ? `${found.id}: ${found.shows}` : nth > 1 ? `Cause ${nth}` : 'Answer'}</h3>
      {!told && <p className="answer-question">{inquiryText(inquiry)}</p>}
    </>
  );
}
