import { attempt } from '../../lib/attempt.ts';
import type { Newer } from '../state/services.ts';

/**
 * Has the browser install the service worker, which keeps the page for when there is no network, and tells of newer
 * versions that it installed. Where a browser has no such thing, or refuses, the page is as it would be without.
 */
export function newerVersions(page: Window, worker: string | null): Newer {
  const { location } = page;
  const container = worker !== null && /^https?:$/.test(location.protocol) ? containerOf(page) : null;
  if (worker === null || !container) return { onReady: () => () => undefined, load: () => location.reload() };
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | null = null;

  const tell = () => {
    // The first version of all is nothing new; a page that came around the worker is the newest itself.
    if (!registration?.waiting || !container.controller) return;
    for (const listener of listeners) listener();
  };
  const watch = () => {
    registration?.installing?.addEventListener('statechange', tell);
    tell();
  };
  const install = async () => {
    // Without 'none' a copy of the worker that the browser has could hide a newer version.
    registration = await container.register(worker, { updateViaCache: 'none' });
    registration.addEventListener('updatefound', watch);
    watch();
  };
  // Not before the page has what it needs itself. Refusals are no news: it works as long as there is a network.
  const begin = () => void install().catch(() => undefined);
  if (page.document.readyState === 'complete') begin();
  else page.addEventListener('load', begin, { once: true });

  return {
    onReady(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      const waiting = registration?.waiting;
      // Another page may have let it take over.
      if (!waiting) {
        location.reload();
        return;
      }
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    },
  };
}

/** Null where the browser has none, or denies even to name it. */
function containerOf({ navigator }: Window): ServiceWorkerContainer | null {
  const found = attempt(() => ('serviceWorker' in navigator ? navigator.serviceWorker : null));
  return found.ok ? found.value : null;
}
