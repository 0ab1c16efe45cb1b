import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import type { Comparison } from '../../layout/compare/compare.ts';

/** Sentences that are listed; the table has the rest. */
const MAX_SENTENCES = 100;

/** Every difference as a sentence. */
export function DifferenceSentences({ comparison, onGo }: { comparison: Comparison; onGo: (row: number) => void }) {
  const described = comparison.rows.filter(({ words }) => words !== null);
  if (described.length === 0) return null;
  return (
    <section className="compare-words">
      <h3>Differences in words</h3>
      <ol>
        {described.slice(0, MAX_SENTENCES).map(({ number, event, words }) => (
          <li key={number}>
            <button type="button" className="button button-link" onClick={() => onGo(number)}>
              Row {number}
            </button>
            <code>{insertWordBreaks(event.replace(/ \{$/, ''))}</code>
            <span>{insertWordBreaks(`${words}.`)}</span>
          </li>
        ))}
      </ol>
      {described.length > MAX_SENTENCES && (
        <p className="compare-note">{described.length - MAX_SENTENCES} more rows differ.</p>
      )}
    </section>
  );
}
