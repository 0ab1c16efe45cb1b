import type { TimelineColumn } from '../../layout/scene.ts';

interface Props {
  readonly column: Pick<TimelineColumn, 'label' | 'number'>;
  /** The cursor is at a statement of the row: what is drawn is what the whole row comes to. */
  readonly within: boolean;
}

export const ColumnHead = ({ column, within }: Props) => (
  <span className="column-head">
    <span className="column-name">{column.label}</span>
    <span className="column-number">
      {column.number}
      {within && ' · whole row'}
    </span>
  </span>
);
