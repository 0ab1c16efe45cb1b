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

/** The last query, its progress and its verdict. `asks`: the query's form is displayed next to the panel. */
export function VerdictPanel({ asks }: { asks: boolean }) {
  const active = useExplorerState((state) => state.active);
  const outcome = useExplorerState((state) => state.outcome);
  // Known issues do not use the form.
  const stale = useExplorerState(({ form, active: last }) => {
    return form !== null && last !== null && last.issue === null && isStale(form, last.query);
  });
  const panel = useRef<HTMLElement>(null);
  // On a narrow page, the panel is below a long form.
  useEffect(() => {
    if (active) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <section ref={panel} className={stale ? 'answer answer-stale' : 'answer'} aria-label="Verdict">
      {active ? (
        <>
          <Heading active={active} isFormVisible={asks && active.issue === null && !stale} />
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

/** Links to share, and what each one opens. */
function Links({ active }: { active: ActiveQuery }) {
  const form = useExplorerState((state) => state.form);
  const outcome = useExplorerState((state) => state.outcome);
  const document = useApp((state) => state.document);
  const queryText = queryTextOf(active, form);
  const found = outcome?.kind === 'reply' && outcome.reply.verdict === 'violated' ? outcome.reply : null;
  const linkWriter = (text: string) => (address: LinkBase) =>
    address.base + writeQueryLink(text, active.query, outcome, document);
  return (
    <dl className="answer-links">
      {queryText !== null && (
        <Link name="query" sees="Explore and runs this query again" write={linkWriter(queryText)} />
      )}
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
  /** What the link opens. */
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

/** The query is repeated only if the form shows another one. */
function Heading({
  active: { query, issue, causeNumber },
  isFormVisible,
}: {
  active: ActiveQuery;
  isFormVisible: boolean;
}) {
  const found = issue === null ? null : KNOWN_ISSUES[issue];
  return (
    <>
      <h3>{found ? `${found.id}: ${found.shows}` : causeNumber > 1 ? `Cause ${causeNumber}` : 'Verdict'}</h3>
      {!isFormVisible && <p className="answer-query">{describeQuery(query)}</p>}
    </>
  );
}
