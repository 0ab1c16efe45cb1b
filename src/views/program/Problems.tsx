import { useApp } from '../context.ts';
import { InlineSign } from '../svg/Sign.tsx';

/** What is wrong with the text, in words; while nothing is, how long the program is. */
export function Problems() {
  const problems = useApp((state) => state.document.problems);
  const rows = useApp((state) => state.trace.rows.length);
  if (problems.length === 0) {
    return (
      <p className="problems">
        {rows} {rows === 1 ? 'row' : 'rows'}
      </p>
    );
  }
  return (
    <div className="problems">
      <ul aria-label="Problems in the text">
        {problems.map(({ span, message, expected }) => (
          <li key={`${span.start}:${message}`} className="problem">
            <InlineSign kind="bug" />
            <span>
              <span className="problem-place">
                line {span.line}, column {span.column}:
              </span>{' '}
              {message}
              {expected !== undefined && <>; expected {expected}</>}
            </span>
          </li>
        ))}
      </ul>
      <p>The timeline shows the last program that was right.</p>
    </div>
  );
}
