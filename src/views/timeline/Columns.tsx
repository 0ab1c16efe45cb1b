import { memo } from 'react';
import type { Column } from '../../layout/scene.ts';

interface Props {
  readonly columns: readonly Column[];
  /** The slot that is looked at. */
  readonly current: number;
  /** The row behind which new events go; 0 is before the first. */
  readonly caret: number;
  onGo(slot: number): void;
  onCaret(row: number): void;
}

/** One button a row, over its whole column, and between two columns a place for the caret. */
export function Columns({ columns, current, caret, onGo, onCaret }: Props) {
  return (
    <div className="columns">
      {(columns[0]?.slot ?? 0) === 0 && <Gap row={0} here={caret === 0} onCaret={onCaret} />}
      {columns.map((column) => (
        <OneColumn
          key={column.slot}
          column={column}
          current={column.slot === current}
          caret={column.number === caret}
          onGo={onGo}
          onCaret={onCaret}
        />
      ))}
    </div>
  );
}

interface OneProps extends Pick<Props, 'onGo' | 'onCaret'> {
  readonly column: Column;
  readonly current: boolean;
  readonly caret: boolean;
}

// A step changes two columns; the others need not be drawn again.
const OneColumn = memo(({ column, current, caret, onGo, onCaret }: OneProps) => (
  <div className="column-of" data-silent={column.silent || undefined} style={{ left: column.x, width: column.width }}>
    <button
      type="button"
      className="column-button"
      tabIndex={-1}
      title={column.title}
      aria-label={column.title}
      aria-current={current ? 'step' : undefined}
      onClick={() => onGo(column.slot)}
    >
      <span className="column-head">
        <span className="column-name">{column.label}</span>
        <span className="column-number">{column.number}</span>
      </span>
    </button>
    <Gap row={column.number} here={caret} onCaret={onCaret} />
  </div>
));

/** A target between two columns; where the caret is, a line through all lanes. */
const Gap = ({ row, here, onCaret }: { row: number; here: boolean; onCaret: (row: number) => void }) => (
  <div className={row === 0 ? 'gap gap-first' : 'gap'} data-here={here || undefined}>
    <button
      type="button"
      className="gap-button"
      tabIndex={-1}
      aria-label={row === 0 ? 'put the caret before row 1' : `put the caret behind row ${row}`}
      aria-pressed={here}
      onClick={() => onCaret(row)}
    >
      <span aria-hidden="true">+</span>
    </button>
  </div>
);
