import { Fragment } from 'react';
import { describeRange, selectedRange } from '../../app/navigation/event-range.ts';
import { selectStatus } from '../../app/navigation/status.ts';
import { useApp } from '../../components/hooks/context.ts';

/** The playhead in words, which wrap between its parts only. While the text has errors, it says that the program is an older one. */
export function StatusLine() {
  const status = useApp(selectStatus);
  const wrong = useApp((state) => state.document.problems.length > 0);
  const selected = useApp(selectedRange);
  return (
    <p className="panel-note status">
      {wrong && <strong>Showing the last valid program · </strong>}
      {selected && <strong>Selected {describeRange(selected)} · </strong>}
      {status.split(/(?<=[·,]) /).map((part, i) => (
        <Fragment key={part}>
          {i > 0 && ' '}
          <span className="whole-word">{part}</span>
        </Fragment>
      ))}
    </p>
  );
}
