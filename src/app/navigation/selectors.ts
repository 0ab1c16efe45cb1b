import type { Machine, PageId } from '../../engine/model.ts';
import type { Detail } from '../../engine/run/run.ts';
import { type Observer, observersOf, type PageRow, pageTable } from '../../layout/inspector/pages.ts';
import { describeStep, type StepView } from '../../layout/inspector/step.ts';
import { memoLast } from '../../lib/memo.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState } from '../state/state.ts';

type Place = Pick<AppState, 'trace' | 'cursor'>;

/** Details of the row at the playhead; null before the first row. */
export const selectDetail = ({ trace, cursor }: Place): Detail | null =>
  cursor.slot < 0 ? null : detailAt(trace, cursor.slot);

/** The inspector's view of the row or the moment at the playhead; null before the first row. */
export const selectStep = ({ trace, cursor }: Place): StepView | null => stepOf(trace, cursor);

/** The page table at the playhead. */
export const selectPages = ({ trace, cursor }: Place): readonly PageRow[] => pagesOf(trace, cursor);

const stepOf = memoLast((trace: AppState['trace'], cursor: AppState['cursor']): StepView | null => {
  const detail = selectDetail({ trace, cursor });
  return detail && describeStep(trace, detail, cursor.moment);
});

/** What each observer sees of a page at the playhead. */
export const observersAt = ({ trace, cursor }: Place, page: PageId): readonly Observer[] => seenBy(trace, cursor, page);

const pagesOf = memoLast((trace: AppState['trace'], cursor: AppState['cursor']): readonly PageRow[] => {
  const around = machinesAt(trace, cursor);
  return around ? pageTable(trace.world, around.before, around.after) : [];
});

const seenBy = memoLast((trace: AppState['trace'], cursor: AppState['cursor'], page: PageId): readonly Observer[] => {
  const around = machinesAt(trace, cursor);
  return around ? observersOf(trace.world, around.after, page) : [];
});

/** The machine before and after the row or the moment at the playhead. */
function machinesAt(trace: AppState['trace'], cursor: AppState['cursor']): Record<'before' | 'after', Machine> | null {
  const detail = selectDetail({ trace, cursor });
  if (!detail || cursor.moment === null) return detail;
  const { moments, before, after } = detail;
  return {
    before: moments[cursor.moment - 1]?.machine ?? before,
    after: moments[cursor.moment]?.machine ?? after,
  };
}
