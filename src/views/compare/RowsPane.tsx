import { useRef, useState } from 'react';
import { comparisonText, MOST_ROWS, selectComparison } from '../../app/compare.ts';
import type { ComparedRow, Comparison } from '../../layout/compare/compare.ts';
import { isMarked } from '../../layout/compare/difference.ts';
import { against } from '../../layout/compare/names.ts';
import { useActions, useApp } from '../context.ts';
import { CompareTable } from './CompareTable.tsx';
import { CopyButton } from './CopyButton.tsx';
import { DifferenceTools } from './DifferenceTools.tsx';
import { FindDifference } from './FindDifference.tsx';
import { Sides } from './Sides.tsx';
import { Words } from './Words.tsx';

/** Rows that are drawn at once; more on demand, so that a long program opens at once. */
const PAGE = 200;

/** The program under its own setup and beside it under others. */
export function RowsPane() {
  const comparison = useApp(selectComparison);
  const length = useApp(({ trace }) => trace.rows.length);
  const { store } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const [only, setOnly] = useState(false);
  const [drawn, setDrawn] = useState(PAGE);
  const [at, setAt] = useState(0);
  const rows = comparison.rows.filter((row) => !only || isMarked(row.difference));

  /** The row gets the focus when it has been drawn: it may be further down than what is. */
  const goTo = (number: number) => {
    setAt(number);
    setDrawn((count) => Math.max(count, number + PAGE / 2));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${number}"]`)?.focus());
  };

  return (
    <div ref={box}>
      <Sides />
      <p className="compare-summary" role="status">
        {summaryOf(comparison)}
      </p>
      {length > comparison.rows.length && (
        <p className="compare-note">
          The first {comparison.rows.length} of {length} rows are compared; {MOST_ROWS} is the most.
        </p>
      )}
      {comparison.notes.map((note) => (
        <p key={note} className="compare-note">
          {note}
        </p>
      ))}
      <div className="compare-tools">
        <label className="choice">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          Differences only
        </label>
        <DifferenceTools marked={comparison.marked} at={at} onGo={goTo} />
        <FindDifference />
        <CopyButton what="the comparison" write={(address) => comparisonText(store.getState(), address)} />
      </div>
      {rows.length === 0 ? (
        <p className="nothing">{comparison.rows.length === 0 ? 'The program is empty.' : 'No row differs.'}</p>
      ) : (
        <CompareTable comparison={comparison} rows={rows.slice(0, drawn)} at={at} />
      )}
      {rows.length > drawn && (
        <button type="button" className="button" onClick={() => setDrawn(drawn + PAGE)}>
          Show {Math.min(PAGE, rows.length - drawn)} more of {rows.length} rows
        </button>
      )}
      <Words comparison={comparison} onGo={goTo} />
    </div>
  );
}

/** `v6 against v4: 2 of 6 rows differ. First row 3, enable: v6 ignores the call; v4 warns and counts.` */
function summaryOf({ columns, rows, marked }: Comparison): string {
  if (columns.length === 1) return 'There is nothing to compare with yet: add a column.';
  const names = against(columns);
  const first: ComparedRow | undefined = rows.find(({ number }) => number === marked[0]);
  if (!first) return `${names}: no difference, as seen from outside, in ${rows.length} rows.`;
  const count = `${marked.length} of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return `${names}: ${count} ${marked.length === 1 ? 'differs' : 'differ'}. First row ${first.number}, ${first.event.replace(/ \{$/, '')}: ${first.words}.`;
}
