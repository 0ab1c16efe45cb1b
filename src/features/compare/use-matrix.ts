import { useEffect, useState } from 'react';
import { cellOf, type Judging, matrixHeads } from '../../app/compare/matrix.ts';
import { useActions } from '../../components/hooks/context.ts';
import type { MatrixCell } from '../../layout/compare/matrix.ts';

type Cells = readonly (readonly MatrixCell[])[];

/** Runs every program under every revision, a few at a time while the page is idle. */
export function useMatrix(judgings: readonly Judging[]): { readonly cells: Cells; readonly done: boolean } {
  const { scheduler } = useActions();
  const [cells, setCells] = useState<Cells>(() => emptyCells(judgings));
  const [done, setDone] = useState(false);

  useEffect(() => {
    let found = emptyCells(judgings);
    let next = 0;
    const fill = scheduler.slice({
      whenIdle: true,
      step() {
        const row = Math.floor(next / matrixHeads.length);
        const column = next % matrixHeads.length;
        const judging = judgings[row];
        const head = matrixHeads[column];
        if (judging && head) found = found.with(row, (found[row] ?? []).with(column, cellOf(judging, head.id)));
        next += 1;
        return next >= judgings.length * matrixHeads.length;
      },
      onSlice(isComplete) {
        setCells(found);
        setDone(isComplete);
      },
    });
    setDone(false);
    fill.request();
    return fill.cancel;
  }, [scheduler, judgings]);

  return { cells, done };
}

const emptyCells = (judgings: readonly Judging[]): Cells => judgings.map(() => matrixHeads.map(() => null));
