import { MOST_KEYS } from '../keyboard/bindings.ts';
import { isKeyName } from '../keyboard/key.ts';
import { MOST_RECENT } from '../state/recent.ts';
import type { KeyValue } from '../state/services.ts';
import { SPEEDS } from '../state/speed.ts';
import { type Preferences, THEMES } from '../state/state.ts';
import { attempt, PREFIX } from './document-storage.ts';

/** As a page is that nobody has changed. */
export const AT_FIRST: Preferences = {
  theme: 'system',
  letterKeys: true,
  keys: {},
  speed: 1,
  recent: [],
  introduced: false,
};

/** The form of what is kept; what has another one is left alone until something is changed. */
const VERSION = 1;
const KEY = `${PREFIX}preferences`;
const MOST_COMMANDS = 200;

/** What was kept, field by field; what cannot be read is as it is at first. */
export function readPreferences(storage: KeyValue | null): Preferences {
  const read = attempt((): unknown => JSON.parse(storage?.get(KEY) ?? 'null'));
  if (!read.ok || typeof read.value !== 'object') return AT_FIRST;
  // What was kept before versions were counted has the same form.
  const {
    v = VERSION,
    theme,
    letterKeys,
    keys,
    speed,
    recent,
    introduced,
  }: Record<string, unknown> = { ...read.value };
  if (v !== VERSION) return AT_FIRST;
  return {
    theme: THEMES.find((known) => known === theme) ?? AT_FIRST.theme,
    letterKeys: letterKeys !== false,
    keys: readKeys(keys),
    speed: SPEEDS.find((known) => known === speed) ?? AT_FIRST.speed,
    recent: Array.isArray(recent) ? recent.filter(isId).slice(0, MOST_RECENT) : [],
    introduced: introduced === true,
  };
}

/** Keeps them where that is possible; where not, they hold until the page is left. */
export function writePreferences(storage: KeyValue | null, preferences: Preferences): void {
  attempt(() => storage?.set(KEY, JSON.stringify({ v: VERSION, ...preferencesOf(preferences) })));
}

/** Whether two states differ in what is kept. */
export const samePreferences = (a: Preferences, b: Preferences): boolean =>
  Object.entries(preferencesOf(a)).every(([name, value]) => value === b[name as keyof Preferences]);

/** The preferences of a state, which has more. */
const preferencesOf = (state: Preferences): Preferences =>
  Object.fromEntries(
    Object.keys(AT_FIRST).map((name) => [name, state[name as keyof Preferences]]),
  ) as unknown as Preferences;

/** Keys by command. Whether there is such a command is not asked: one that is not there has no effect. */
function readKeys(value: unknown): Preferences['keys'] {
  if (typeof value !== 'object' || value === null) return {};
  const sound = Object.entries(value).flatMap(([id, names]: [string, unknown]) =>
    isId(id) && Array.isArray(names) && names.length <= MOST_KEYS && names.every(isKeyName)
      ? [[id, names] as const]
      : [],
  );
  return Object.fromEntries(sound.slice(0, MOST_COMMANDS));
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9][\w.:/-]{0,79}$/i.test(value);
