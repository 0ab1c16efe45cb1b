import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scheduler } from '../../lib/scheduler.ts';

/** A store that can be read and subscribed to, but not changed. */
export type ReadableStore<T> = Pick<StoreApi<T>, 'getState' | 'subscribe'>;

/** Mirrors a store one task later, so that panels render after the timeline and no single task renders the whole page. */
export function createDeferredStore<T>(
  store: ReadableStore<T>,
  scheduler: Scheduler,
): ReadableStore<T> & { close(): void } {
  const deferred = createStore<T>(() => store.getState());
  const copy = scheduler.defer(() => deferred.setState(store.getState(), true));
  const unsubscribe = store.subscribe(copy.request);
  return {
    getState: deferred.getState,
    subscribe: deferred.subscribe,
    close() {
      unsubscribe();
      copy.cancel();
    },
  };
}
