import { breakable } from '../../components/breakable.tsx';
import type { Comparison } from '../../layout/compare/compare.ts';

/** Sentences that are listed; the table has the rest. */
const MOST = 100;

/** Every difference as a sentence. */
export function Words({ comparison, onGo }: { comparison: Comparison; onGo: (row: number) => void }) {
  const told = comparison.rows.filter(({ words }) => words !== null);
  if (told.length === 0) return null;
  return (
    <section className="compare-words">
      <h3>Differences in words</h3>
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
      {told.length > MOST && <p className="compare-note">{told.length - MOST} more rows differ.</p>}
    </section>
  );
}
