import { createContext, use, useSyncExternalStore } from 'react';
import type { App } from '../../app/app.ts';
import type { ReadableStore } from '../../app/state/deferred-store.ts';
import type { AppState } from '../../app/state/state.ts';

/** The application that a tree of components renders. */
export const AppContext = createContext<App | null>(null);

/** The actions of the application. */
export function useActions(): App {
  const app = use(AppContext);
  if (!app) throw new Error('component rendered outside AppContext');
  return app;
}

/** The store that a part of the page reads where that is not the application's own. */
export const StoreContext = createContext<ReadableStore<AppState> | null>(null);

/** Selects a part of the state. The selector must return primitives, or the same object for equal results. */
export function useApp<T>(selector: (state: AppState) => T): T {
  const app = useActions();
  const store = use(StoreContext) ?? app.store;
  return useSyncExternalStore(store.subscribe, () => selector(store.getState()));
}
