import { breakable } from '../../components/breakable.tsx';
import type { Comparison } from '../../layout/compare/compare.ts';

/** Sentences that are listed; who wants more looks at the rows. */
const MOST = 100;

/** Every difference in words, for those who would rather read than look. */
export function Words({ comparison, onGo }: { comparison: Comparison; onGo: (row: number) => void }) {
  const told = comparison.rows.filter(({ words }) => words !== null);
  if (told.length === 0) return null;
  return (
    <section className="compare-words">
      <h3>In words</h3>
      <ol>
        {told.slice(0, MOST).map(({ number, event, words }) => (
          <li key={number}>
            <button type="button" className="button button-link" onClick={() => onGo(number)}>
              Row {number}
            </button>
            <code>{breakable(event.replace(/ \{$/, ''))}</code>
            <span>{breakable(`${words}.`)}</span>
          </li>
        ))}
      </ol>
      {told.length > MOST && <p className="compare-note">And {told.length - MOST} more rows that differ.</p>}
    </section>
  );
}
