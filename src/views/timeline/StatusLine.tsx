import { selectedPiece, wordsOf } from '../../app/piece.ts';
import { selectFound, selectPlace } from '../../app/status.ts';
import { useApp } from '../context.ts';

/** Where one is, in words; while the text is wrong, that this is the program before. */
export function StatusLine() {
  const place = useApp(selectPlace);
  const found = useApp(selectFound);
  const wrong = useApp((state) => state.document.problems.length > 0);
  const selected = useApp(selectedPiece);
  return (
    <p className="panel-note status">
      <span className="status-place">
        {wrong && <strong>the last program that was right · </strong>}
        {selected && <strong>{wordsOf(selected)} selected · </strong>}
        {place}
      </span>{' '}
      <span className="status-found">· {found}</span>
    </p>
  );
}
