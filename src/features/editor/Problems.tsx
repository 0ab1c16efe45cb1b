import { selectLines } from '../../app/document/source-lines.ts';
import { useApp } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/Sign.tsx';
import { countOf } from '../../lib/phrases.ts';

/** What is wrong with the text, in words, in a place that is always there; while nothing is, how texts are written. */
export function Problems() {
  const problems = useApp((state) => state.document.problems);
  if (problems.length === 0) return <Size />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form
    <div
      className="problems"
      role="group"
      aria-label="Problems in the text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <ul>
        {problems.map(({ span, message, expected }, at) => (
          <li key={`${span.start}:${message}`} className="problem">
            <InlineSign kind="bug" />
            <span>
              <span className="problem-place">
                {problems.length > 1 && `${at + 1} of ${problems.length} · `}line {span.line}, column {span.column}:
              </span>{' '}
              {message}
              {expected !== undefined && <>; expected {expected}</>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many rows the text makes: what they are called by is another number than that of a line as soon as one differs. */
function Size() {
  const rows = useApp((state) => state.trace.rows.length);
  const differ = useApp((state) => selectLines(state)?.areRows === false);
  return (
    <p className="problems">
      {countOf(rows, 'row')}
      {differ
        ? '. The numbers at the left are those of lines of the text; rows have theirs on the timeline.'
        : '. One event a line, or a semicolon between; '}
      {!differ && (
        <>
          <code>#</code> begins a comment.
        </>
      )}
    </p>
  );
}
