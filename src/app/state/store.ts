import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyTransaction } from './apply-transaction.ts';
import type { AppState } from './state.ts';
import type { Transaction } from './transaction.ts';

/** The application's state. Only transactions change it. */
export interface AppStore extends Pick<StoreApi<AppState>, 'getState' | 'subscribe'> {
  dispatch(transaction: Transaction | ((state: AppState) => Transaction)): void;
}

export function createAppStore(initial: AppState): AppStore {
  const { getState, setState, subscribe } = createStore<AppState>(() => initial);
  return {
    getState,
    subscribe,
    dispatch: (transaction) =>
      setState((state) =>
        applyTransaction(state, typeof transaction === 'function' ? transaction(state) : transaction),
      ),
  };
}
