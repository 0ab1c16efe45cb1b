import type { Host, Services } from '../state/services.ts';
import { type AppState, THEMES } from '../state/state.ts';

/**
 * The page that this one is embedded in, as `?embed` in the address says. It may be of any origin: what it says is only heard
 * from the very window that holds this one, and what it is told is in the program that it embedded itself.
 */
export function hostOf(page: Window): Host | null {
  const wanted = new URLSearchParams(page.location.search);
  if (!wanted.has('embed')) return null;
  const { parent } = page;
  return {
    theme: wanted.get('theme'),
    post(message) {
      if (parent !== page) parent.postMessage(message, '*');
    },
    onMessage(listener) {
      const hear = (event: MessageEvent) => {
        if (event.source === parent && parent !== page) listener(event.data);
      };
      page.addEventListener('message', hear);
      return () => page.removeEventListener('message', hear);
    },
  };
}

/** The page as its host wants it. */
export const asEmbedded = (state: AppState, { theme }: Host): AppState => ({
  ...state,
  embedded: true,
  // To be stepped through, no more.
  ...{ dialog: null, linkedQuery: null },
  theme: THEMES.find((one) => one === theme) ?? state.theme,
});

/** An embedded page keeps nothing in the browser and leaves the address as its host wrote it. */
export const asGuest = (services: Services): Services => ({
  ...services,
  local: null,
  tab: null,
  address: {
    ...services.address,
    base: services.address.base.replace(/\?.*$/s, ''),
    tag: () => null,
    replace: () => undefined,
    push: () => undefined,
  },
});
