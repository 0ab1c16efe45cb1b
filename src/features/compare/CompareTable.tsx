import type { CSSProperties, ReactNode } from 'react';
import { restoreProgram } from '../../app/compare/compare.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { useNarrow } from '../../components/hooks/use-narrow.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import type { ComparedCell, ComparedColumn, ComparedRow, Comparison } from '../../layout/compare/compare.ts';
import { DifferenceMark } from './DifferenceMark.tsx';
import { RunResult } from './RunResult.tsx';

interface Props {
  readonly comparison: Comparison;
  /** The rows that are drawn. */
  readonly rows: readonly ComparedRow[];
  readonly at: number;
}

/** With more columns, marks have no room beside the text. */
const MAX_ROOMY_COLUMNS = 4;

/** Columns that are readable side by side on a narrow page. */
const MAX_NARROW_COLUMNS = 2;

/**
 * Rows down, setups across. A row's name goes to its event on the page; a column's name opens the program under its setup. On a
 * narrow page a row's name is above its cells, so that differences are visible without horizontal scrolling.
 */
export function CompareTable({ comparison, rows, at }: Props) {
  const { columns } = comparison;
  const narrow = useNarrow();
  const Parts = narrow ? StackedRow : OneRow;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form
    <div
      className="compare-box"
      role="group"
      aria-label="Rows compared"
      data-fits={columns.length <= MAX_NARROW_COLUMNS || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
    >
      <table
        className="compare-table"
        data-close={columns.length > MAX_ROOMY_COLUMNS || undefined}
        style={{ '--columns': columns.length } as CSSProperties}
      >
        <caption className="visually-hidden">
          {rows.length} of {comparison.rows.length} rows under {columns.length} setups
        </caption>
        <thead>
          <tr className="compare-names">
            {!narrow && <th scope="col">Row</th>}
            {columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same setup
              <th key={`${i} ${column.name}`} scope="col">
                <HeadName column={column} comparison={comparison} own={i === 0} />
              </th>
            ))}
          </tr>
          <tr className="compare-notes">
            {!narrow && <td className="compare-place">Whole run</td>}
            {columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same setup
              <td key={`${i} ${column.name}`}>
                <HeadNote column={column} />
              </td>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <Row
            key={row.number}
            row={row}
            current={row.number === at}
            first={row.number === comparison.marked[0]}
            Parts={Parts}
          />
        ))}
      </table>
    </div>
  );
}

interface HeadProps {
  readonly column: ComparedColumn;
  readonly comparison: Comparison;
  readonly own: boolean;
}

function HeadName({ column, comparison, own }: HeadProps) {
  const { perform, tryOut } = useActions();
  const program = useApp(({ document }) => document.program);
  const { name, place, world } = column;
  const { revision, backend, era } = world.setup;
  const open = () =>
    own ? perform('leave') : tryOut({ revision, backend, era }, restoreProgram(comparison.program, program));
  const tip = own ? 'Back to the program' : 'Open the program under this setup';
  return (
    <>
      <button
        type="button"
        className="button button-link compare-name"
        data-tip={tip}
        aria-description={tip}
        onClick={open}
      >
        {insertWordBreaks(name)}
      </button>
      <span className="compare-place">
        {place}
        {own && ' · current'}
      </span>
    </>
  );
}

const HeadNote = ({ column: { judged, subject, date } }: Pick<HeadProps, 'column'>) => (
  <>
    <RunResult judged={judged} />
    <span className="compare-subject">{insertWordBreaks(subject)}</span>
    <span className="compare-date">{date ?? 'never posted'}</span>
  </>
);

interface Parts {
  readonly current: 'true' | undefined;
  readonly columns: number;
  /** The row's name and remarks. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

const OneRow = ({ current, head, children }: Parts) => (
  <tbody>
    <tr aria-current={current}>
      <th scope="row">{head}</th>
      {children}
    </tr>
  </tbody>
);

const StackedRow = ({ current, columns, head, children }: Parts) => (
  <tbody>
    <tr aria-current={current} className="compare-over">
      <th scope="rowgroup" colSpan={columns}>
        {head}
      </th>
    </tr>
    <tr aria-current={current}>{children}</tr>
  </tbody>
);

interface RowProps {
  readonly row: ComparedRow;
  readonly current: boolean;
  /** The first row that differs. */
  readonly first: boolean;
  Parts(props: Parts): ReactNode;
}

function Row({ row, current, first, Parts }: RowProps) {
  const { perform, placeCaret } = useActions();
  const { number, depth, event, cells, unsure } = row;
  const go = () => {
    perform('leave');
    placeCaret(number);
  };
  const head = (
    <>
      <button type="button" className="compare-row" data-row={number} onClick={go}>
        <span className="compare-number">{number}</span>
        <code style={{ '--depth': Math.min(depth, MAX_INDENT) } as CSSProperties}>{insertWordBreaks(event)}</code>
      </button>
      {first && <span className="compare-remark compare-first">First difference</span>}
      {unsure && <span className="compare-remark">statements are numbered differently in other columns</span>}
    </>
  );
  return (
    <Parts current={current ? 'true' : undefined} columns={cells.length} head={head}>
      {cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column's place
        <Cell key={i} cell={cell} />
      ))}
    </Parts>
  );
}

const MAX_INDENT = 8;

function Cell({ cell }: { cell: ComparedCell }) {
  const { difference, happened, state, active, checks, effects } = cell;
  const quiet = [state, active === null ? '' : active ? 'active' : 'not active'].filter((part) => part !== '');
  return (
    <td className={`compare-cell compare-${difference}`}>
      <DifferenceMark difference={difference} />
      {happened === null && <span className="compare-state">not reached</span>}
      {happened && <code className="compare-happened">{insertWordBreaks(happened)}</code>}
      {quiet.length > 0 && <span className="compare-state">{quiet.join(' · ')}</span>}
      {checks.map(({ kind, text }) => (
        <span key={text} className={`compare-check compare-check-${kind}`}>
          <InlineSign kind={kind === 'BUG' ? 'bug' : 'warning'} />
          <span>
            <b>{kind}</b> <code>{insertWordBreaks(text)}</code>
          </span>
        </span>
      ))}
      {effects && <span className="compare-effects">{insertWordBreaks(effects)}</span>}
    </td>
  );
}
