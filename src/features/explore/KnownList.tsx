import { isRunning, type Outcome } from '../../app/explore/explorer.ts';
import { KNOWN_FINDINGS, type KnownFinding } from '../../explore/queries/known-findings.ts';
import { useExplorer, useExploring } from './use-explorer.ts';

/** What reviewers and users found, each a question that is asked by a click. */
export function KnownList() {
  const explorer = useExplorer();
  const asked = useExploring((state) => (isRunning(state) ? (state.asked?.known ?? null) : null));
  const checked = useExploring((state) => state.checked);
  return (
    <section className="known" aria-label="Found by people">
      <div className="known-head">
        <p className="question-note">
          Found in review by thinking, or by a crash. Press one, and the search finds it by itself: a shortest program
          of the length at the right, or the proof that there is none.
        </p>
        <button type="button" className="button" onClick={() => explorer.askAllKnown()}>
          Ask them all
        </button>
      </div>
      <ol className="known-list">
        {KNOWN_FINDINGS.map((found, place) => (
          <li key={`${found.id} ${found.setup.revision} ${found.setup.era}`} className="known-one">
            <button type="button" className="button button-link known-id" onClick={() => explorer.askKnown(place)}>
              {found.id} {found.setup.revision}
            </button>
            <span className="known-shows">
              {found.shows}
              <span className="known-by">{found.foundBy}</span>
            </span>
            <span className="known-mark">{asked === place ? 'running …' : markOf(found, checked[place])}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is expected, and whether it came out so. */
function markOf({ length }: KnownFinding, outcome: Outcome | undefined): string {
  const expected = length === null ? 'no program' : `length ${length}`;
  if (!outcome) return expected;
  if (outcome.kind !== 'reply') return `${expected}: not answered`;
  const { reply } = outcome;
  if (reply.verdict === 'bounded') return `${expected}: not decided`;
  const came = reply.verdict === 'holds' ? null : reply.length;
  return came === length ? `✓ ${expected}` : `✗ ${expected}, but ${came === null ? 'no program' : `length ${came}`}`;
}
