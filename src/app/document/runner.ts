import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { printed } from './rewrite.ts';
import { followedTyping } from './typing.ts';

/** How long it runs before the page may do something else, in ms: what a person does in between waits no longer. */
const SLICE_MS = 8;
/** Rows between two looks at the clock. */
const ROWS = 100;

/**
 * Lets the runs that are under way go on, a little at a time, and says so when all have come to their end. An edit puts
 * others in their place, and those go on instead. Returns what ends that.
 */
export function startRunner(store: StoreApi<AppState>, clock: Clock): () => void {
  let cancel: (() => void) | null = null;
  const slice = () => {
    cancel = null;
    const until = clock.now() + SLICE_MS;
    const { shown } = store.getState();
    for (const trace of shown) {
      while (!trace.goOn(ROWS)) {
        if (clock.now() < until) continue;
        cancel = clock.after(0, slice);
        return;
      }
    }
    store.setState((state) => ({ ...followedTyping(state), running: false }));
    // What is long is printed once while nobody waits: an edit then prints only what it changes.
    cancel = clock.after(0, () => {
      cancel = null;
      printed(store.getState().document.program);
      follow(store.getState());
    });
  };
  const follow = ({ running }: AppState) => {
    if (running) cancel ??= clock.after(0, slice);
  };
  const unsubscribe = store.subscribe(follow);
  follow(store.getState());
  return () => {
    unsubscribe();
    cancel?.();
  };
}
