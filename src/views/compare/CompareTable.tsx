import type { CSSProperties } from 'react';
import { lengthened } from '../../app/compare.ts';
import type { ComparedCell, ComparedColumn, ComparedRow, Comparison } from '../../layout/compare/compare.ts';
import { useActions, useApp } from '../context.ts';
import { InlineSign } from '../svg/Sign.tsx';
import { DifferenceMark } from './DifferenceMark.tsx';
import { VerdictSign } from './VerdictSign.tsx';

interface Props {
  readonly comparison: Comparison;
  /** Those that are drawn. */
  readonly rows: readonly ComparedRow[];
  readonly at: number;
}

/** Rows down, setups across. A row's name leads there on the page, a column's opens the program under its setup. */
export function CompareTable({ comparison, rows, at }: Props) {
  const { columns } = comparison;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form
    <div
      className="compare-box"
      role="group"
      aria-label="Rows compared"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <table className="compare-table" style={{ '--columns': columns.length } as CSSProperties}>
        <caption className="visually-hidden">
          {rows.length} of {comparison.rows.length} rows under {columns.length} setups
        </caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be asked to show the same
              <Head key={`${i} ${column.name}`} column={column} comparison={comparison} own={i === 0} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.number} row={row} current={row.number === at} first={row.number === comparison.marked[0]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, comparison, own }: { column: ComparedColumn; comparison: Comparison; own: boolean }) {
  const { perform, tryOut } = useActions();
  const whole = useApp(({ document }) => document.program);
  const { name, place, subject, date, world, judged } = column;
  const { revision, backend, era } = world.setup;
  const open = () =>
    own ? perform('leave') : tryOut({ revision, backend, era }, lengthened(comparison.program, whole));
  const tip = own ? 'go back to it' : 'open the program under this setup';
  return (
    <th scope="col">
      <button
        type="button"
        className="button button-link compare-name"
        data-tip={tip}
        aria-description={tip}
        onClick={open}
      >
        {name}
      </button>
      <span className="compare-place">
        {place}
        {own && ' · looked at'}
      </span>
      <VerdictSign verdict={judged.verdict} why={judged.why} />
      <span className="compare-subject">{subject}</span>
      <span className="compare-date">{date ?? 'never posted'}</span>
    </th>
  );
}

function Row({ row, current, first }: { row: ComparedRow; current: boolean; first: boolean }) {
  const { perform, placeCaret } = useActions();
  const { number, depth, event, cells, unsure } = row;
  const go = () => {
    perform('leave');
    placeCaret(number);
  };
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className="compare-row" data-row={number} onClick={go}>
          <span className="compare-number">{number}</span>
          <code style={{ '--depth': Math.min(depth, DEEPEST) } as CSSProperties}>{event}</code>
        </button>
        {first && <span className="compare-remark compare-first">first difference</span>}
        {unsure && <span className="compare-remark">numbers not comparable</span>}
      </th>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column's place
        <Cell key={i} cell={cell} />
      ))}
    </tr>
  );
}

const DEEPEST = 8;

function Cell({ cell }: { cell: ComparedCell }) {
  const { difference, happened, state, active, checks, effects } = cell;
  const quiet = [state, active === null ? '' : active ? 'active' : 'not active'].filter((part) => part !== '');
  return (
    <td className={`compare-cell compare-${difference}`}>
      <DifferenceMark difference={difference} />
      {happened === null && <span className="compare-state">not reached</span>}
      {happened && <code className="compare-happened">{happened}</code>}
      {quiet.length > 0 && <span className="compare-state">{quiet.join(' · ')}</span>}
      {checks.map(({ kind, text }) => (
        <span key={text} className={`compare-check compare-check-${kind}`}>
          <InlineSign kind={kind === 'BUG' ? 'bug' : 'warning'} />
          <span>
            <b>{kind}</b> <code>{text}</code>
          </span>
        </span>
      ))}
      {effects && <span className="compare-effects">{effects}</span>}
    </td>
  );
}
