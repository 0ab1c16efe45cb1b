import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyTransaction } from './apply-transaction.ts';
import type { AppState } from './state.ts';
import type { Transaction } from './transaction.ts';

/** The application's state. Only transactions change it. */
export interface AppStore extends Pick<StoreApi<AppState>, 'getState' | 'subscribe'> {
  dispatch(transaction: Transaction | ((state: AppState) => Transaction)): void;
  /** Registers a view that may hold input which it has not dispatched yet; `flush` dispatches it. Returns what ends that. */
  attachInput(flush: () => void): () => void;
  /** Has all attached views dispatch what they hold, so that the state is what the person sees. */
  flushInput(): void;
}

export function createAppStore(initial: AppState): AppStore {
  const { getState, setState, subscribe } = createStore<AppState>(() => initial);
  const inputs = new Set<() => void>();
  return {
    getState,
    subscribe,
    dispatch: (transaction) =>
      setState((state) =>
        applyTransaction(state, typeof transaction === 'function' ? transaction(state) : transaction),
      ),
    attachInput(flush) {
      inputs.add(flush);
      return () => void inputs.delete(flush);
    },
    flushInput() {
      for (const flush of inputs) flush();
    },
  };
}

/** The same store for what a user does, which refers to the text as they see it: pending input is dispatched first. */
export const flushingInput = (store: AppStore): AppStore => ({
  ...store,
  dispatch(transaction) {
    store.flushInput();
    store.dispatch(transaction);
  },
});
