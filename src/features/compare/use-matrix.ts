import { useEffect, useState } from 'react';
import { cellOf, type Judging, matrixHeads } from '../../app/compare/matrix.ts';
import type { MatrixCell } from '../../layout/compare/matrix.ts';

type Cells = readonly (readonly MatrixCell[])[];

/** Work done at a stretch, in ms: what a person does in between must not wait. */
const STRETCH = 12;

/** Runs every program under every revision, a few at a time while the page has nothing else to do. */
export function useMatrix(judgings: readonly Judging[]): { readonly cells: Cells; readonly done: boolean } {
  const [cells, setCells] = useState<Cells>(() => judgings.map(() => matrixHeads.map(() => null)));
  const [done, setDone] = useState(false);

  useEffect(() => {
    let found: Cells = judgings.map(() => matrixHeads.map(() => null));
    let at = 0;
    const all = judgings.length * matrixHeads.length;
    const work = () => {
      const until = performance.now() + STRETCH;
      do {
        const row = Math.floor(at / matrixHeads.length);
        const column = at % matrixHeads.length;
        const judging = judgings[row];
        const head = matrixHeads[column];
        if (judging && head) found = found.with(row, (found[row] ?? []).with(column, cellOf(judging, head.id)));
        at += 1;
      } while (at < all && performance.now() < until);
      setCells(found);
      if (at < all) stop = whenIdle(work);
      else setDone(true);
    };
    setDone(false);
    let stop = whenIdle(work);
    return () => stop();
  }, [judgings]);

  return { cells, done };
}

/** Not every browser says when it is idle; there, between two tasks. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 300 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work);
  return () => clearTimeout(handle);
}
