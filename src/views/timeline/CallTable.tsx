import type { Column } from '../../layout/scene.ts';

interface Props {
  readonly columns: readonly Column[];
  readonly current: number;
  /** How many rows the run has. */
  readonly count: number;
}

/** The drawing in words, for a screen reader: a row of it for each column in sight. */
export const CallTable = ({ columns, current, count }: Props) => (
  <table className="visually-hidden" aria-rowcount={count + 1}>
    <caption>Call table: the rows in sight of {count}</caption>
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">row</th>
        <th scope="col">event</th>
        <th scope="col">what happened</th>
      </tr>
    </thead>
    <tbody>
      {columns.map(({ slot, number, label, title }) => (
        <tr key={slot} aria-rowindex={slot + 2} aria-current={slot === current ? 'step' : undefined}>
          <td>{number}</td>
          <th scope="row">{label}</th>
          <td>{title}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
