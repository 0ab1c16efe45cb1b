import { attempt } from '../../lib/attempt.ts';
import type { Newer } from '../state/services.ts';

/**
 * Registers the service worker, which caches the page for offline use, and reports newer versions that it has installed.
 * Without service workers, or if the browser rejects the registration, the page works but reports none.
 */
export function newerVersions(page: Window, worker: string | null): Newer {
  const { location } = page;
  const container = worker !== null && /^https?:$/.test(location.protocol) ? containerOf(page) : null;
  if (worker === null || !container) return { onReady: () => () => undefined, load: () => location.reload() };
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | null = null;

  const notifyListeners = () => {
    // The first installed version is not an update. A page that bypassed the worker is the newest version already.
    if (!registration?.waiting || !container.controller) return;
    for (const listener of listeners) listener();
  };
  const watch = () => {
    registration?.installing?.addEventListener('statechange', notifyListeners);
    notifyListeners();
  };
  const install = async () => {
    // Without 'none', a worker script in the HTTP cache could hide a newer version.
    registration = await container.register(worker, { updateViaCache: 'none' });
    registration.addEventListener('updatefound', watch);
    watch();
  };
  // Registration waits until the page has loaded. Failures are not reported: the page still works online.
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
      // Another tab may have activated it already.
      if (!waiting) {
        location.reload();
        return;
      }
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    },
  };
}

/** Returns the service worker container; null if the browser has none or denies access to it. */
function containerOf({ navigator }: Window): ServiceWorkerContainer | null {
  const found = attempt(() => ('serviceWorker' in navigator ? navigator.serviceWorker : null));
  return found.ok ? found.value : null;
}
