import { isRunning, type QueryOutcome } from '../../app/explore/explorer.ts';
import { KNOWN_ISSUES, type KnownIssue } from '../../explore/queries/known-issues.ts';
import { countOf } from '../../lib/phrases.ts';
import { useExplorer, useExplorerState } from './use-explorer.ts';

/** Known issues from review; a click runs the query of one. */
export function KnownIssues() {
  const explorer = useExplorer();
  const active = useExplorerState((state) => (isRunning(state) ? (state.active?.issue ?? null) : null));
  const checked = useExplorerState((state) => state.issueOutcomes);
  return (
    <section className="known" aria-label="Known issues from review">
      <div className="known-head">
        <p className="query-note">
          Known issues from review, or from crashes. Select one to search for it: the search finds a program of the
          length on the right, or proves that none exists.
        </p>
        <button type="button" className="button" onClick={() => explorer.runAllKnownIssues()}>
          Search all
        </button>
      </div>
      <ol className="known-list">
        {KNOWN_ISSUES.map((found, place) => (
          <li key={`${found.id} ${found.setup.revision} ${found.setup.era}`} className="known-one">
            <button type="button" className="button button-link known-id" onClick={() => explorer.runKnownIssue(place)}>
              {found.id} {found.setup.revision}
            </button>
            <span className="known-shows">
              {found.shows}
              <span className="known-by">{found.foundBy}</span>
            </span>
            <span className="known-mark">{active === place ? 'running…' : resultMark(found, checked[place])}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The expected result, and whether the search confirmed it. */
function resultMark({ length }: KnownIssue, outcome: QueryOutcome | undefined): string {
  const expected = length === null ? 'no program' : countOf(length, 'event');
  if (!outcome) return expected;
  if (outcome.kind !== 'reply') return `${expected}: failed`;
  const { reply } = outcome;
  if (reply.verdict === 'bounded') return `${expected}: inconclusive`;
  const actual = reply.verdict === 'holds' ? null : reply.length;
  return actual === length
    ? `✓ ${expected}`
    : `✗ expected ${expected}, got ${actual === null ? 'no program' : countOf(actual, 'event')}`;
}
