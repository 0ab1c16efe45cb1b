import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock } from './services.ts';

/** A state that can be looked at and followed, but not changed. */
export type Followed<T> = Pick<StoreApi<T>, 'getState' | 'subscribe'>;

/**
 * The same state, one task of the browser later: what follows it is drawn by itself, behind what shows a change at once, and
 * no single task has to draw the whole page. Changes in a row come as one. `close` ends it.
 */
export function startLate<T>(store: Followed<T>, clock: Clock): Followed<T> & { close(): void } {
  const late = createStore<T>(() => store.getState());
  let cancel: (() => void) | null = null;
  const unsubscribe = store.subscribe(() => {
    cancel ??= clock.after(0, () => {
      cancel = null;
      late.setState(store.getState(), true);
    });
  });
  return {
    getState: late.getState,
    subscribe: late.subscribe,
    close() {
      unsubscribe();
      cancel?.();
    },
  };
}
