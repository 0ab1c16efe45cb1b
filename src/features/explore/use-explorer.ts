import { useSyncExternalStore } from 'react';
import type { App } from '../../app/app.ts';
import { trustedScriptUrl } from '../../app/browser/trusted-scripts.ts';
import workerUrl from '../../app/explore/explore-worker.ts?worker&url';
import { type Explorer, type ExplorerState, startExplorer } from '../../app/explore/explorer.ts';
import { useActions } from '../../components/hooks/context.ts';

// Only the development server has workers with imports of their own.
const WORKER_OPTIONS = import.meta.env.DEV ? ({ type: 'module' } as const) : {};

/** One explorer per page, so that a search continues while its dialog is closed. */
const explorers = new WeakMap<App, Explorer>();

export const useExplorer = (): Explorer => explorerOf(useActions());

export function explorerOf(app: App): Explorer {
  const known = explorers.get(app);
  if (known) return known;
  const explorer = startExplorer(() => new Worker(trustedScriptUrl(workerUrl), WORKER_OPTIONS));
  explorers.set(app, explorer);
  return explorer;
}

/** Selects a part of the explorer's state. Equal results of the selector must be identical. */
export function useExplorerState<T>(selector: (state: ExplorerState) => T): T {
  const { store } = useExplorer();
  return useSyncExternalStore(store.subscribe, () => selector(store.getState()));
}
