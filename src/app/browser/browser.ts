import { attempt } from '../../lib/attempt.ts';
import { asGuest, hostOf } from '../embed/embedding.ts';
import type { KeyPress } from '../keyboard/key.ts';
import { linkBaseOf } from '../share/link-base.ts';
import type { KeyValue, Services } from '../state/services.ts';
import { newerVersions } from '../storage/newer-version.ts';
import { presenceIn } from '../storage/presence.ts';
import { downloadFile } from './download.ts';

/**
 * Creates the services of a real page. Below the views, only this file, `newer-version.ts` and `presence.ts` use browser
 * APIs. `worker` is the URL of the service worker, null if the page has none. `published` is the URL of the published
 * page, null if the build does not define one.
 */
export function browserServices(page: Window, worker: string | null = null, published: string | null = null): Services {
  const { history, location, document, navigator, performance } = page;
  const tagOf = () => {
    const state: unknown = history.state;
    if (typeof state !== 'object' || state === null || !('document' in state)) return undefined;
    return typeof state.document === 'string' ? state.document : null;
  };
  const go = (how: 'replaceState' | 'pushState', fragment: string, tag: string | null) => {
    const address = location.pathname + location.search + fragment;
    // Browsers may reject frequent changes, and any change on a page opened from disk.
    attempt(() => history[how]({ document: tag }, '', address));
  };
  const reloaded = () =>
    performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');
  const after = (ms: number, then: () => void) => {
    const timer = page.setTimeout(then, ms);
    return () => page.clearTimeout(timer);
  };
  const host = hostOf(page);
  const services: Services = {
    host,
    local: keyValue(() => page.localStorage),
    tab: keyValue(() => page.sessionStorage),
    address: {
      ...linkBaseOf(location, published),
      fragment: () => location.hash,
      tag: tagOf,
      reloaded,
      replace: (fragment, tag) => go('replaceState', fragment, tag),
      push: (fragment, tag) => go('pushState', fragment, tag),
      onChange(listener) {
        page.addEventListener('popstate', listener);
        return () => page.removeEventListener('popstate', listener);
      },
    },
    clipboard: {
      write: async (text) => navigator.clipboard.writeText(text),
      read: async () => navigator.clipboard.readText(),
    },
    clock: {
      now: () => performance.now(),
      today: () => Date.now(),
      after,
      whenIdle(then) {
        // Browsers without idle callbacks run the work in the next task.
        if (typeof page.requestIdleCallback !== 'function') return after(0, then);
        const handle = page.requestIdleCallback(then, { timeout: IDLE_TIMEOUT_MS });
        return () => page.cancelIdleCallback(handle);
      },
    },
    newer: newerVersions(page, worker),
    presence: presenceIn(page),
    download: (name, text) => downloadFile(name, new Blob([text], { type: 'application/json' })),
    async persist() {
      try {
        return await navigator.storage.persist();
      } catch {
        return false;
      }
    },
    newId: () => crypto.getRandomValues(new Uint32Array(3)).reduce((id, part) => id + part.toString(36), ''),
    onStorageChange(listener) {
      page.addEventListener('storage', listener);
      return () => page.removeEventListener('storage', listener);
    },
    onHide(listener) {
      const whenHidden = () => {
        if (document.visibilityState === 'hidden') listener();
      };
      page.addEventListener('pagehide', listener);
      document.addEventListener('visibilitychange', whenHidden);
      return () => {
        page.removeEventListener('pagehide', listener);
        document.removeEventListener('visibilitychange', whenHidden);
      };
    },
  };
  return host ? asGuest(services) : services;
}

/** Idle work runs after this many ms even if the page is never idle. */
const IDLE_TIMEOUT_MS = 300;

/** Wraps a storage; null if the browser denies access to it. */
function keyValue(find: () => Storage): KeyValue | null {
  const found = attempt(find);
  if (!found.ok || !found.value) return null;
  const storage = found.value;
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys: () => Object.keys(storage),
  };
}

/** Elements that handle keys themselves: arrow keys move in them, letters search for an entry. */
const TEXT =
  'input:not([type=button], [type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=textbox], [role=combobox], [role=listbox], [role=menu], [role=radiogroup], [role=slider], [role=tablist]';
const TIMELINE = '.timeline';
const CONTROL = 'button, a[href], summary, input, [role=button], [role=link], [role=checkbox], [role=switch]';

/** Translates a key event for the application; null for events to ignore, such as those of an input method. */
export function pressOf(event: KeyboardEvent): KeyPress | null {
  if (event.isComposing || event.defaultPrevented || event.key === 'Unidentified') return null;
  const target = event.target instanceof Element ? event.target : null;
  // On some keyboards [ and ] are typed with AltGr, which looks like Ctrl and Alt.
  const isAltGr = event.getModifierState('AltGraph');
  return {
    key: event.key,
    ctrl: !isAltGr && (event.ctrlKey || event.metaKey),
    alt: !isAltGr && event.altKey,
    shift: event.shiftKey,
    focus: target?.closest(TEXT) ? 'text' : target?.closest(CONTROL) ? 'control' : 'page',
    inTimeline: Boolean(target?.closest(TIMELINE)),
  };
}
