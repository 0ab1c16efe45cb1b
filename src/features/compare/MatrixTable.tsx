import { type KeyboardEvent, memo, useState } from 'react';
import { type Judging, matrixHeads, requestForCell, sideOf } from '../../app/compare/matrix.ts';
import { useActions } from '../../components/hooks/context.ts';
import type { MatrixCell } from '../../layout/compare/matrix.ts';
import { VERDICT_WORDS } from '../../layout/compare/verdict.ts';
import { VerdictSign } from './VerdictSign.tsx';

interface Props {
  readonly judgings: readonly Judging[];
  readonly cells: readonly (readonly MatrixCell[])[];
}

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One cell is in the tab order and the arrow keys move from it: tabbing through hundreds of cells is too slow. */
export function MatrixTable({ judgings, cells }: Props) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const [down, right] = MOVES[event.key] ?? [0, 0];
    const row = Math.max(0, Math.min(judgings.length - 1, at.row + down));
    const column = Math.max(0, Math.min(matrixHeads.length - 1, at.column + right));
    if (row === at.row && column === at.column) return;
    event.preventDefault();
    setAt({ row, column });
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  };
  return (
    <div className="compare-box">
      <table className="matrix" onKeyDown={move}>
        <caption className="visually-hidden">Result of each program under each revision</caption>
        <thead>
          <tr>
            <th scope="col">Program</th>
            {matrixHeads.map(({ id, subject, date }) => (
              <th key={id} scope="col" data-tip={subject}>
                <span className="matrix-name">{id}</span>
                <span className="compare-date">{date}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {judgings.map((judging, row) => (
            <Row
              key={judging.scenario?.id ?? 'own'}
              judging={judging}
              cells={cells[row] ?? []}
              row={row}
              tab={at.row === row ? at.column : -1}
              onFocus={setAt}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly judging: Judging;
  readonly cells: readonly MatrixCell[];
  readonly row: number;
  /** The column whose cell is in the tab order; -1 for none. */
  readonly tab: number;
  onFocus(at: { row: number; column: number }): void;
}

const Row = memo(({ judging, cells, row, tab, onFocus }: RowProps) => {
  const { store, open, tryOut } = useActions();
  const openCell = (revision: string) => {
    const request = requestForCell(judging, revision, store.getState().document);
    if (request && 'side' in request) tryOut(request.side, request.program);
    else if (request) open({ kind: 'made', request });
  };
  return (
    <tr className={judging.scenario ? undefined : 'matrix-own'}>
      <th scope="row">
        {judging.title}
        {judging.place && <span className="compare-place">on {judging.place}</span>}
      </th>
      {matrixHeads.map(({ id }, column) => (
        <td key={id}>
          <button
            type="button"
            className="matrix-cell"
            data-cell={`${row}-${column}`}
            tabIndex={tab === column ? 0 : -1}
            onFocus={() => onFocus({ row, column })}
            {...cellLabels(judging, id, cells[column] ?? null)}
            onClick={() => openCell(id)}
          >
            <CellText cell={cells[column] ?? null} />
          </button>
        </td>
      ))}
    </tr>
  );
});

/** Accessible name and tooltip of a cell. */
function cellLabels(judging: Judging, revision: string, cell: MatrixCell) {
  if (cell === null) return { 'aria-label': `${judging.title}, ${revision}: not run yet` };
  if ('impossible' in cell) {
    return {
      'aria-label': `${judging.title}, ${revision}: impossible`,
      'aria-description': cell.impossible,
      'aria-disabled': true,
      'data-tip': cell.impossible,
    };
  }
  const side = sideOf(judging, revision);
  const [word, means] = VERDICT_WORDS[cell.verdict];
  const unsure = cell.unsure ? ' A position inside a call is not reached here, or has no equivalent.' : '';
  const more = `${cell.why || means}, on ${side?.backend} ${side?.era}.${unsure}`;
  return {
    'aria-label': `${judging.title}, ${revision}: ${word}${cell.unsure ? ', unsure' : ''}`,
    'aria-description': more,
    'data-tip': more,
  };
}

function CellText({ cell }: { cell: MatrixCell }) {
  if (cell === null) return <span className="compare-state">…</span>;
  if ('impossible' in cell) return <span className="compare-state">— not possible</span>;
  return (
    <>
      <VerdictSign verdict={cell.verdict} />
      {cell.unsure && '?'}
    </>
  );
}
