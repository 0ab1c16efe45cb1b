import { useRef, useState } from 'react';
import { MAX_COMPARED_ROWS, selectComparison } from '../../app/compare/compare.ts';
import { comparisonText } from '../../app/share/comparison-text.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { isMarked } from '../../layout/compare/difference.ts';
import { summaryOf } from '../../layout/compare/summary.ts';
import { ColumnPickers } from './ColumnPickers.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ComparisonLegend } from './ComparisonLegend.tsx';
import { DifferenceSentences } from './DifferenceSentences.tsx';
import { DifferenceTools } from './DifferenceTools.tsx';
import { FindDifference } from './FindDifference.tsx';

/** Rows that are drawn at first; a button draws more, so that a long program opens quickly. */
const PAGE_SIZE = 200;

/** The program under its own setup, beside the same program under others. */
export function RowsPane() {
  const comparison = useApp(selectComparison);
  const length = useApp(({ trace }) => trace.rows.length);
  const { store } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const [only, setOnly] = useState(false);
  const [drawn, setDrawn] = useState(PAGE_SIZE);
  const [at, setAt] = useState(0);
  const rows = comparison.rows.filter((row) => !only || isMarked(row.difference));

  /** The row gets the focus after the next frame: it may not have been drawn yet. */
  const goTo = (number: number) => {
    setAt(number);
    setDrawn((count) => Math.max(count, number + PAGE_SIZE / 2));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${number}"]`)?.focus());
  };

  return (
    <div ref={box}>
      <ColumnPickers />
      <p className="compare-summary" role="status">
        {insertWordBreaks(summaryOf(comparison))}
      </p>
      {length > comparison.rows.length && (
        <p className="compare-note">
          Only the first {comparison.rows.length} of {length} rows are compared (limit: {MAX_COMPARED_ROWS}).
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
        <CommandButton command="picture-comparison" label="Picture" />
        <FindDifference />
        <CopyButton
          label="Copy text"
          subject="the comparison"
          description="the comparison as plain text for email"
          className="compare-copy"
          write={(address) => comparisonText(store.getState(), address)}
        />
      </div>
      {rows.length === 0 ? (
        <p className="nothing">{comparison.rows.length === 0 ? 'The program is empty.' : 'No row differs.'}</p>
      ) : (
        <CompareTable comparison={comparison} rows={rows.slice(0, drawn)} at={at} />
      )}
      <ComparisonLegend comparison={comparison} />
      {rows.length > drawn && (
        <button type="button" className="button" onClick={() => setDrawn(drawn + PAGE_SIZE)}>
          Show {Math.min(PAGE_SIZE, rows.length - drawn)} more of {rows.length} rows
        </button>
      )}
      <DifferenceSentences comparison={comparison} onGo={goTo} />
    </div>
  );
}
