import type { Machine, PageId } from '../../engine/model.ts';
import type { Detail } from '../../engine/run/run.ts';
import { type Observer, observersOf, type PageRow, pageTable } from '../../layout/inspector/pages.ts';
import { describeStep, type StepView } from '../../layout/inspector/step.ts';
import { memoLast } from '../../lib/memo.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState } from '../state/state.ts';

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

/** Who would see which value of a page at the cursor. */
export const observersAt = ({ trace, cursor }: Place, page: PageId): readonly Observer[] => seenBy(trace, cursor, page);

const pagesOf = memoLast((trace: AppState['trace'], cursor: AppState['cursor']): readonly PageRow[] => {
  const around = machinesAt(trace, cursor);
  return around ? pageTable(trace.world, around.before, around.after) : [];
});

const seenBy = memoLast((trace: AppState['trace'], cursor: AppState['cursor'], page: PageId): readonly Observer[] => {
  const around = machinesAt(trace, cursor);
  return around ? observersOf(trace.world, around.after, page) : [];
});

/** The machine before and after what the cursor is at. */
function machinesAt(trace: AppState['trace'], cursor: AppState['cursor']): Record<'before' | 'after', Machine> | null {
  const detail = selectDetail({ trace, cursor });
  if (!detail || cursor.moment === null) return detail;
  const { moments, before, after } = detail;
  return {
    before: moments[cursor.moment - 1]?.machine ?? before,
    after: moments[cursor.moment]?.machine ?? after,
  };
}
