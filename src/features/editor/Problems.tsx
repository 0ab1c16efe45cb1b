import { selectSourceLines } from '../../app/document/source-lines.ts';
import { useApp } from '../../components/hooks/context.ts';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { countOf } from '../../lib/phrases.ts';

/** Lists the problems of the text, in a place that is always there; without problems, says how texts are written. */
export function Problems() {
  const problems = useApp((state) => state.document.problems);
  if (problems.length === 0) return <TextHint />;
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

/** Says how many events the text has, and whether their numbers differ from those of the lines. */
function TextHint() {
  const rows = useApp((state) => state.trace.rows.length);
  const differ = useApp((state) => selectSourceLines(state)?.isRowPerLine === false);
  return (
    <p className="problems">
      {countOf(rows, 'event')}
      {differ
        ? '. The numbers on the left count lines of text; events are numbered on the timeline.'
        : '. One event per line, or separate events with ";". '}
      {!differ && (
        <>
          <code>#</code> starts a comment.
        </>
      )}
    </p>
  );
}
