import {
  array,
  boolean,
  custom,
  fallback,
  is,
  literal,
  looseObject,
  maxLength,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  string,
  transform,
  unknown,
} from 'valibot';
import { attempt } from '../../lib/attempt.ts';
import { validate } from '../../lib/validate.ts';
import { MAX_KEYS } from '../keyboard/bindings.ts';
import { isKeyName } from '../keyboard/key.ts';
import { MAX_RECENT } from '../state/recent.ts';
import type { KeyValue } from '../state/services.ts';
import { SPEEDS } from '../state/speed.ts';
import { type Preferences, THEMES } from '../state/state.ts';
import type { AppStore } from '../state/store.ts';
import { PREFIX } from './stored-record.ts';

/** The preferences of a page that nobody has changed. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  letterKeys: true,
  keys: {},
  speed: 1,
  recent: [],
  introduced: false,
};

/** The form of what is saved; another form is left alone. */
const VERSION = 1;
const KEY = `${PREFIX}preferences`;
const MAX_COMMANDS = 200;

const id = pipe(string(), regex(/^[a-z0-9][\w.:/-]{0,79}$/i));
const keyNames = pipe(array(custom<string>(isKeyName)), maxLength(MAX_KEYS));

/** Field by field: one that cannot be read has its default. */
const schema = object({
  // Pages that did not count versions yet wrote the same form.
  v: optional(literal(VERSION)),
  theme: fallback(picklist(THEMES), DEFAULT_PREFERENCES.theme),
  letterKeys: fallback(boolean(), DEFAULT_PREFERENCES.letterKeys),
  // A command that does not exist has no effect, so its id is not looked up.
  keys: fallback(
    pipe(
      record(string(), unknown()),
      transform((keys): Preferences['keys'] => {
        const valid = Object.entries(keys).flatMap(([command, names]) =>
          is(id, command) && is(keyNames, names) ? [[command, names] as const] : [],
        );
        return Object.fromEntries(valid.slice(0, MAX_COMMANDS));
      }),
    ),
    DEFAULT_PREFERENCES.keys,
  ),
  speed: fallback(picklist(SPEEDS), DEFAULT_PREFERENCES.speed),
  recent: fallback(
    pipe(
      array(unknown()),
      transform((all) => all.filter((one) => is(id, one)).slice(0, MAX_RECENT)),
    ),
    [],
  ),
  introduced: fallback(boolean(), DEFAULT_PREFERENCES.introduced),
});

/** Reads what was saved; what cannot be read is the default. */
export function readPreferences(storage: KeyValue | null): Preferences {
  const parsed = attempt((): unknown => JSON.parse(storage?.get(KEY) ?? 'null'));
  const read = parsed.ok ? validate(schema, parsed.value) : parsed;
  return read.ok ? preferencesOf(read.value) : DEFAULT_PREFERENCES;
}

const storedSchema = looseObject({ v: optional(unknown()) });

/**
 * Saves preferences beside those that are stored, of which a newer version may know more. Where storage refuses, or has
 * another form, they hold until the page is left.
 */
export function writePreferences(storage: KeyValue | null, changed: Partial<Preferences>): void {
  attempt(() => {
    const parsed = attempt((): unknown => JSON.parse(storage?.get(KEY) ?? '{}'));
    const stored = parsed.ok && is(storedSchema, parsed.value) ? parsed.value : {};
    if (stored.v === undefined || stored.v === VERSION) {
      storage?.set(KEY, JSON.stringify({ ...stored, v: VERSION, ...changed }));
    }
  });
}

/** Saves preferences whenever they change; returns what ends that. */
export const startSavingPreferences = (store: Pick<AppStore, 'subscribe'>, storage: KeyValue | null): (() => void) =>
  store.subscribe((state, before) => {
    if (!hasSamePreferences(state, before)) writePreferences(storage, changedPreferences(before, state));
  });

/** Whether two states have the same preferences. */
export const hasSamePreferences = (a: Preferences, b: Preferences): boolean =>
  Object.entries(preferencesOf(a)).every(([name, value]) => value === b[name as keyof Preferences]);

const changedPreferences = (before: Preferences, now: Preferences): Partial<Preferences> =>
  Object.fromEntries(
    Object.entries(preferencesOf(now)).filter(([name, value]) => value !== before[name as keyof Preferences]),
  );

/** The preferences alone, without the rest of a state. */
const preferencesOf = ({ theme, letterKeys, keys, speed, recent, introduced }: Preferences): Preferences => ({
  theme,
  letterKeys,
  keys,
  speed,
  recent,
  introduced,
});
