import { createContext, use, useSyncExternalStore } from 'react';
import type { App } from '../../app/app.ts';
import type { ReadableStore } from '../../app/state/deferred-store.ts';
import type { AppState } from '../../app/state/state.ts';

/** The application that a tree of components shows. */
export const AppContext = createContext<App | null>(null);

/** What a person can do. */
export function useActions(): App {
  const app = use(AppContext);
  if (!app) throw new Error('a view stands outside of AppContext');
  return app;
}

/** The store that a part of the page reads where that is not the application's own. */
export const StoreContext = createContext<ReadableStore<AppState> | null>(null);

/** A part of the state. The selector must give equal things as the same object, or a value. */
export function useApp<T>(selector: (state: AppState) => T): T {
  const app = useActions();
  const store = use(StoreContext) ?? app.store;
  return useSyncExternalStore(store.subscribe, () => selector(store.getState()));
}
