import { memo } from 'react';
import type { EventRange } from '../../app/navigation/event-range.ts';
import { useDeferred } from '../../components/hooks/use-deferred.ts';
import type { Trace } from '../../engine/run/run.ts';
import { describeOpenSections } from '../../layout/inspector/still-open.ts';
import type { TimelineColumn } from '../../layout/scene.ts';
import { printRow } from '../../notation/text/print.ts';

interface Props {
  readonly trace: Trace;
  /** The visible columns. */
  readonly columns: readonly TimelineColumn[];
  /** The slot of the playhead. */
  readonly current: number;
  /** The selected rows, or null. */
  readonly selected: Pick<EventRange, 'first' | 'last'> | null;
}

/**
 * The visible rows as a table for screen readers, with their position in the whole run. It renders after the drawing, and is
 * busy until then.
 */
export function CallTable(props: Props) {
  const deferred = useDeferred(props);
  return (
    // A table ignores a size from outside; the box around it takes one.
    <div className="visually-hidden" aria-busy={deferred !== props || undefined}>
      <Calls {...deferred} />
    </div>
  );
}

const Calls = memo(({ trace, columns, current, selected }: Props) => {
  const { fields, active } = trace.world.revision;
  return (
    <table aria-rowcount={trace.maxLength + 1}>
      <caption>
        Call table: {columns.length} of {trace.maxLength} rows
        {trace.isComplete && describeOpenSections(trace).map((words) => `. ${words}`)}
      </caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">row</th>
          <th scope="col">event</th>
          <th scope="col">callbacks</th>
          {fields.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {active && <th scope="col">active</th>}
          <th scope="col">pending</th>
          <th scope="col">problems</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ slot, number }) => (
          <CallRow
            key={slot}
            trace={trace}
            slot={slot}
            number={number}
            current={slot === current}
            selected={selected !== null && number >= selected.first && number <= selected.last}
          />
        ))}
      </tbody>
    </table>
  );
});

interface RowProps {
  readonly trace: Trace;
  readonly slot: number;
  readonly number: number;
  readonly current: boolean;
  readonly selected: boolean;
}

function CallRow({ trace, slot, number, current, selected }: RowProps) {
  const { event, part } = trace.rowAt(slot);
  const summary = trace.summaryAt(slot);
  const { revision } = trace.world;
  return (
    <tr aria-rowindex={slot + 2} aria-current={current ? 'step' : undefined}>
      <td>{selected ? `${number}, selected` : number}</td>
      <th scope="row">{printRow(event, part)}</th>
      <td>{summary.callbacks.map(({ callback }) => `arch_${callback}()`).join(', ') || 'none'}</td>
      {revision.fields.map(({ name }) => (
        <td key={name}>{summary.fields[name] ?? ''}</td>
      ))}
      {revision.active && <td>{summary.active ? 'active' : 'not active'}</td>}
      <td>{summary.pending}</td>
      <td>{summary.findings.map(({ rule, clause }) => `${rule}: ${clause}`).join('; ') || 'none'}</td>
    </tr>
  );
}
