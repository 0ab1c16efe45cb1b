import type { KeyValue } from './services.ts';
import { attempt, PREFIX } from './shelf.ts';
import type { AppState, Theme } from './state.ts';

/** How a person wants the page, whatever it shows. */
type Preferences = Pick<AppState, 'theme' | 'letterKeys'>;

const DEFAULTS: Preferences = { theme: 'system', letterKeys: true };
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const KEY = `${PREFIX}preferences`;

/** What was kept, field by field; what cannot be read is as it is at first. */
export function readPreferences(storage: KeyValue | null): Preferences {
  const read = attempt((): unknown => JSON.parse(storage?.get(KEY) ?? 'null'));
  if (!read.ok || typeof read.value !== 'object') return DEFAULTS;
  const { theme, letterKeys }: Record<string, unknown> = { ...read.value };
  return { theme: THEMES.find((known) => known === theme) ?? DEFAULTS.theme, letterKeys: letterKeys !== false };
}

/** Keeps them where that is possible; where not, they hold until the page is left. */
export function writePreferences(storage: KeyValue | null, { theme, letterKeys }: Preferences): void {
  attempt(() => storage?.set(KEY, JSON.stringify({ theme, letterKeys })));
}
