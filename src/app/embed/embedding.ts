import type { Host, Services } from '../state/services.ts';
import { type AppState, THEMES } from '../state/state.ts';

/**
 * Returns the page that embeds this one; null without `?embed` in the address. The host may have any origin: only messages
 * of the parent window are accepted, and replies contain nothing beyond the program that the host embedded.
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

/** Applies the options of the host to the initial state. */
export const asEmbedded = (state: AppState, { theme }: Host): AppState => ({
  ...state,
  embedded: true,
  // An embedded page is for stepping only.
  ...{ dialog: null, linkedQuery: null },
  theme: THEMES.find((one) => one === theme) ?? state.theme,
});

/** Restricts the services: an embedded page stores nothing in the browser and does not change its address. */
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
