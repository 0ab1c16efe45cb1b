import type { TimelineColumn } from '../../layout/scene.ts';

interface Props {
  readonly column: Pick<TimelineColumn, 'label' | 'number'>;
  /** The playhead is inside the row, while the drawing shows the outcome of the whole row. */
  readonly within: boolean;
}

export const ColumnHead = ({ column, within }: Props) => (
  <span className="column-head">
    <span className="column-name">{column.label}</span>
    <span className="column-number">
      {column.number}
      {within && ' · full step'}
    </span>
  </span>
);
