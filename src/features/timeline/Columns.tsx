import { bisector } from 'd3';
import { memo, useRef } from 'react';
import { describeRange, type EventRange } from '../../app/navigation/event-range.ts';
import { useApp } from '../../components/hooks/context.ts';
import { useDraggable, useDropTarget } from '../../components/hooks/use-dragging.ts';
import type { TimelineColumn } from '../../layout/scene.ts';
import { ColumnHead } from './ColumnHead.tsx';

interface Props {
  readonly columns: readonly TimelineColumn[];
  /** The slot of the playhead. */
  readonly current: number;
  /** The playhead is at a statement of the row. */
  readonly within: boolean;
  /** The row after which new events are inserted; 0 is before the first. */
  readonly caret: number;
  /** The selected rows, or null. */
  readonly selected: EventRange | null;
  onGo(column: TimelineColumn, reaching: boolean): void;
  /** Moves the caret after a row or, if it is there already, adds an event. */
  onGap(row: number, here: boolean): void;
}

/** A button over each column, and between two columns a target for the caret. */
export function Columns({ columns, current, within, caret, selected, onGo, onGap }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const fixed = useApp((state) => state.embedded);
  useDraggable(box, '.column-button', ({ dataset }) => (fixed ? null : { row: Number(dataset.row) }), columns);
  const over = useDropTarget(box, (element, x) =>
    fixed ? null : { behind: rowBefore(columns, x - element.getBoundingClientRect().left) },
  );
  const dropAt = over && 'behind' in over ? over.behind : null;
  return (
    <div
      ref={box}
      className="columns"
      data-dropping={dropAt !== null || undefined}
      data-selected-rows={selected ? describeRange(selected) : undefined}
    >
      {!fixed && (columns[0]?.slot ?? 0) === 0 && <Gap row={0} here={caret === 0} drop={dropAt === 0} onGap={onGap} />}
      {columns.map((column) => (
        <OneColumn
          key={column.slot}
          column={column}
          current={column.slot === current}
          within={within && column.slot === current}
          caret={column.number === caret}
          selected={selected !== null && column.number >= selected.first && column.number <= selected.last}
          edge={selected === null ? '' : edgesOf(column.number, selected)}
          drop={column.number === dropAt}
          fixed={fixed}
          onGo={onGo}
          onGap={onGap}
        />
      ))}
    </div>
  );
}

interface OneProps extends Pick<Props, 'onGo' | 'onGap'> {
  readonly column: TimelineColumn;
  readonly current: boolean;
  readonly within: boolean;
  readonly caret: boolean;
  readonly selected: boolean;
  /** The ends of the selection that this column is: `first`, `last`, both or none. */
  readonly edge: string;
  /** A drop would go after it. */
  readonly drop: boolean;
  /** The program cannot be edited. */
  readonly fixed: boolean;
}

// A step changes two columns; the memo keeps the others.
const OneColumn = memo(({ column, current, within, caret, selected, edge, drop, fixed, onGo, onGap }: OneProps) => (
  <div
    className="column-of"
    data-silent={column.silent || undefined}
    data-selected={selected || undefined}
    data-edge={edge || undefined}
    data-within={within || undefined}
    style={{ left: column.x, width: column.width }}
  >
    <button
      type="button"
      className="column-button"
      tabIndex={-1}
      title={column.title}
      data-row={column.number}
      aria-label={column.title}
      aria-current={current ? 'step' : undefined}
      aria-description={selected ? 'selected' : undefined}
      onClick={({ shiftKey }) => onGo(column, shiftKey)}
    >
      <ColumnHead column={column} within={within} />
    </button>
    {!fixed && <Gap row={column.number} here={caret} drop={drop} onGap={onGap} />}
  </div>
));

const edgesOf = (row: number, { first, last }: EventRange): string =>
  [row === first ? 'first' : '', row === last ? 'last' : ''].join(' ').trim();

/** The row after which a drop at `x` goes: the last one whose middle is left of it. */
function rowBefore(columns: readonly TimelineColumn[], x: number): number {
  const left = columns[byMiddle.right(columns, x) - 1];
  return left?.number ?? (columns[0]?.slot === 0 ? 0 : Math.max(0, (columns[0]?.number ?? 1) - 1));
}

const byMiddle = bisector(({ x, width }: TimelineColumn) => x + width / 2);

interface GapProps extends Pick<Props, 'onGap'> {
  readonly row: number;
  readonly here: boolean;
  readonly drop: boolean;
}

/**
 * A target between two columns. At the caret it shows a line through all lanes and a button that adds an event; during a drag,
 * a line where the drop would go.
 */
const Gap = ({ row, here, drop, onGap }: GapProps) => {
  const place = row === 0 ? 'before event 1' : `after event ${row}`;
  return (
    <div className={row === 0 ? 'gap gap-first' : 'gap'} data-here={here || undefined} data-drop={drop || undefined}>
      <button
        type="button"
        className="gap-button"
        tabIndex={-1}
        aria-label={here ? `Insert an event ${place}` : `Move the caret ${place}`}
        onClick={() => onGap(row, here)}
      >
        <span aria-hidden="true">{here && '+'}</span>
      </button>
    </div>
  );
};
