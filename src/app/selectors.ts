import type { Detail } from '../engine/run.ts';
import { type PageRow, pageTable } from '../layout/pages.ts';
import { describeStep, type StepView } from '../layout/step.ts';
import { memoLast } from './memo.ts';
import type { AppState } from './state.ts';
import { detailAt } from './steps.ts';

type Place = Pick<AppState, 'trace' | 'cursor'>;

/** The row at the cursor in full; null before the first. */
export const selectDetail = ({ trace, cursor }: Place): Detail | null =>
  cursor.slot < 0 ? null : detailAt(trace, cursor.slot);

/** What the inspector says of the row or the moment at the cursor; null before the first row. */
export const selectStep = ({ trace, cursor }: Place): StepView | null => stepOf(trace, cursor);

/** The page table at the cursor. */
export const selectPages = ({ trace, cursor }: Place): readonly PageRow[] => pagesOf(trace, cursor);

const stepOf = memoLast((trace: AppState['trace'], cursor: AppState['cursor']): StepView | null => {
  const detail = selectDetail({ trace, cursor });
  return detail && describeStep(trace, detail, cursor.moment);
});

const pagesOf = memoLast((trace: AppState['trace'], cursor: AppState['cursor']): readonly PageRow[] => {
  const detail = selectDetail({ trace, cursor });
  if (!detail) return [];
  const { moments, before, after } = detail;
  if (cursor.moment === null) return pageTable(trace.world, before, after);
  const old = moments[cursor.moment - 1]?.machine ?? before;
  return pageTable(trace.world, old, moments[cursor.moment]?.machine ?? after);
});
