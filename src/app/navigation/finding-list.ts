import type { Trace } from '../../engine/run/run.ts';
import { kindOfFinding } from '../../layout/finding-kind.ts';
import { type FindingView, findingView } from '../../layout/finding-view.ts';
import { memoLast } from '../../lib/memo.ts';
import { printRow } from '../../notation/text/print.ts';
import type { AppState } from '../state/state.ts';
import { selectCompleteTrace, unmutedBySlot } from './findings.ts';

/** A finding and its position. */
export interface ListedFinding {
  readonly slot: number;
  /** Row of the program, and its event in notation. */
  readonly row: number;
  readonly event: string;
  readonly finding: FindingView;
}

interface FindingList {
  readonly items: readonly ListedFinding[];
  /** The number of findings beyond `items`. */
  readonly more: number;
}

/** Limit of listed findings; a long run may have as many as rows. */
const MAX_LISTED = 1000;

/** The findings in time order, without muted kinds; of an incomplete run, those of the last complete one of the document. */
export const selectListedFindings = (state: Pick<AppState, 'trace' | 'previousTrace' | 'muted'>): FindingList =>
  shownOf(selectCompleteTrace(state), state.muted);

const shownOf = memoLast((trace: Trace | null, muted: AppState['muted']): FindingList => {
  if (!trace) return { items: [], more: 0 };
  const counts = unmutedBySlot({ trace, muted });
  const items: ListedFinding[] = [];
  let more = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    if (items.length + count > MAX_LISTED) {
      more += count;
      continue;
    }
    const row = trace.rowAt(slot);
    const { findings, checks } = trace.summaryAt(slot);
    const event = printRow(row.event, row.part);
    for (const finding of findings) {
      if (muted.includes(kindOfFinding(finding))) continue;
      items.push({ slot, row: row.number, event, finding: findingView(finding, checks) });
    }
  }
  return { items, more };
});
