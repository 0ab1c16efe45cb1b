import type { Scheduler } from '../../lib/scheduler.ts';
import type { AppState } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { changeView, combine } from '../state/transaction.ts';
import { arrive } from './open-request.ts';
import { printOnce } from './rewrite-text.ts';
import { followTyping } from './text-edit.ts';

/** Rows that are run between two looks at the clock. */
const ROWS_PER_STEP = 100;

/**
 * Completes the visible runs in slices and sets `running` to false at the end. After an edit it continues with the runs that
 * replaced them. Returns what stops it.
 */
export function startRunner(store: AppStore, scheduler: Scheduler): () => void {
  const run = scheduler.slice({
    step: () => store.getState().visibleRuns.every((trace) => trace.advance(ROWS_PER_STEP)),
    onSlice(isComplete) {
      if (!isComplete) return;
      store.dispatch((state) => combine(followTyping(state), arrive(state), changeView({ running: false })));
      print.request();
    },
  });
  // A long program is printed once while nobody waits for it: an edit then prints only what it changes.
  const print = scheduler.defer(() => printOnce(store.getState().document.program));
  const runIfNeeded = ({ running }: AppState) => {
    if (running) run.request();
  };
  const unsubscribe = store.subscribe(runIfNeeded);
  runIfNeeded(store.getState());
  return () => {
    unsubscribe();
    run.cancel();
    print.cancel();
  };
}
