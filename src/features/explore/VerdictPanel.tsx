import { useEffect, useRef } from 'react';
import type { ActiveQuery } from '../../app/explore/explorer.ts';
import { isStale } from '../../app/explore/query-form.ts';
import { queryTextOf, writeCounterexampleLink, writeQueryLink } from '../../app/explore/query-link.ts';
import { LOCAL_LINK } from '../../app/share/link-base.ts';
import type { LinkBase } from '../../app/state/services.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { describeQuery } from '../../explore/queries/descriptions.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import { ProgressView } from './ProgressView.tsx';
import { useExplorerState } from './use-explorer.ts';
import { VerdictView } from './VerdictView.tsx';

/** What was asked last, how far it is, and what came of it. `asks`: the question of the form stands above it. */
export function VerdictPanel({ asks }: { asks: boolean }) {
  const active = useExplorerState((state) => state.active);
  const outcome = useExplorerState((state) => state.outcome);
  // What people found is not asked by the form.
  const stale = useExplorerState(({ form, active: last }) => {
    return form !== null && last !== null && last.issue === null && isStale(form, last.query);
  });
  const panel = useRef<HTMLElement>(null);
  // On a narrow page it stands below a long form.
  useEffect(() => {
    if (active) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <section ref={panel} className={stale ? 'answer answer-stale' : 'answer'} aria-label="Verdict">
      {active ? (
        <>
          <Heading active={active} told={asks && active.issue === null && !stale} />
          <p className="answer-moved" aria-live="polite">
            {stale && 'This answer belongs to the previous query.'}
          </p>
          {outcome ? <VerdictView active={active} outcome={outcome} /> : <ProgressView active={active} />}
          {active.query.target.kind === 'differ' && (
            <p>
              <CommandButton command="compare" label="Back to the comparison" className="button-link" /> of your own
              program
            </p>
          )}
          <Links active={active} />
        </>
      ) : (
        <p className="query-note">No query has run yet.</p>
      )}
    </section>
  );
}

/** What to send on, and what they will see who open it. */
function Links({ active }: { active: ActiveQuery }) {
  const form = useExplorerState((state) => state.form);
  const outcome = useExplorerState((state) => state.outcome);
  const document = useApp((state) => state.document);
  const words = queryTextOf(active, form);
  const found = outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply : null;
  const question = (text: string) => (address: LinkBase) =>
    address.base + writeQueryLink(text, active.query, outcome, document);
  return (
    <dl className="answer-links">
      {words !== null && <Link name="query" sees="Explore and runs this query again" write={question(words)} />}
      {found && (
        <Link
          name="timeline"
          sees="the counterexample in the timeline, at the step that shows it"
          write={(address) => address.base + writeCounterexampleLink(active.query, found)}
        />
      )}
    </dl>
  );
}

interface LinkProps {
  readonly name: string;
  /** What they will see who open it. */
  readonly sees: string;
  write(address: LinkBase): string;
}

function Link({ name, sees, write }: LinkProps) {
  const { address } = useActions();
  const says = `opens ${sees}${address.isLocal ? `; ${LOCAL_LINK}` : ''}`;
  return (
    <div>
      <dt>
        <CopyButton
          label={`Copy link to the ${name}`}
          subject={`a link to the ${name}`}
          description={says}
          write={write}
        />
      </dt>
      <dd>{says}</dd>
    </div>
  );
}

/** The question is told again only where what stands above is another one. */
function Heading({ active: { query, issue: known, causeNumber: nth }, told }: { active: ActiveQuery; told: boolean }) {
  const found = known === null ? null : KNOWN_ISSUES[known];
  return (
    <>
      <h3>{found ? `${found.id}: ${found.shows}` : nth > 1 ? `Cause ${nth}` : 'Verdict'}</h3>
      {!told && <p className="answer-question">{describeQuery(query)}</p>}
    </>
  );
}
