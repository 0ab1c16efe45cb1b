import { selectStatus } from '../../app/status.ts';
import { useApp } from '../context.ts';

/** Where one is, in words; while the text is wrong, that this is the program before. */
export function StatusLine() {
  const status = useApp(selectStatus);
  const wrong = useApp((state) => state.document.problems.length > 0);
  return (
    <p className="panel-note status">
      {wrong && <strong>the last program that was right · </strong>}
      {status}
    </p>
  );
}
