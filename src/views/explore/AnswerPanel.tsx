import { useEffect, useRef } from 'react';
import type { Asked } from '../../app/explorer.ts';
import { hasMoved } from '../../app/inquiry-form.ts';
import { questionLink, wordsOf } from '../../app/question-link.ts';
import { KNOWN_FINDINGS } from '../../explore/known-findings.ts';
import { inquiryText } from '../../explore/words.ts';
import { useActions, useApp } from '../context.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
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
          <CopyLink asked={asked} />
        </>
      ) : (
        <p className="question-note">Nothing has been asked yet.</p>
      )}
    </section>
  );
}

/** The question for a mail: who opens it is answered. */
function CopyLink({ asked }: { asked: Asked }) {
  const { copy } = useActions();
  const form = useExploring((state) => state.form);
  const outcome = useExploring((state) => state.outcome);
  const document = useApp((state) => state.document);
  const words = wordsOf(asked, form);
  if (words === null) return null;
  const copyLink = () =>
    void copy((address) => address + questionLink(words, asked.inquiry, outcome, document), 'a link that asks this');
  return (
    <button type="button" className="button button-link answer-link" onClick={copyLink}>
      Copy a link that asks this
    </button>
  );
}

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
