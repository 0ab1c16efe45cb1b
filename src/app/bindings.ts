import type { Command, Mode } from './command.ts';
import { memoLast } from './memo.ts';
import type { AppState } from './state.ts';

type OwnKeys = AppState['keys'];

/** How many keys one command can have. */
export const MOST_KEYS = 4;

/** Which keys mean which command, now. */
export interface Bindings {
  keysOf(id: string): readonly string[];
  /** The command whose key this is in a mode alone; with null, whenever none of the mode has it. */
  commandAt(key: string, only: Mode | null): Command | null;
}

/**
 * All keys of all commands. Keys that a person gave go before those that commands come with, so that a default of a later
 * release takes no key away; of two that a person gave twice the first command has it.
 */
export const bindingsOf = memoLast((all: readonly Command[], own: OwnKeys): Bindings => {
  const byPlace = new Map<string, Command>();
  const keys = new Map<string, readonly string[]>();
  const given = (command: Command) => command.fixed !== true && Object.hasOwn(own, command.id);
  const claim = (command: Command, wanted: readonly string[]) => {
    const free = wanted.filter((key) => !byPlace.has(placeOf(key, command.only ?? null)));
    for (const key of free) byPlace.set(placeOf(key, command.only ?? null), command);
    keys.set(command.id, free.length === wanted.length ? wanted : free);
  };
  const fixed = all.filter((command) => command.fixed);
  for (const command of fixed) claim(command, command.keys);
  for (const command of all) if (given(command)) claim(command, own[command.id] ?? []);
  for (const command of all) if (!given(command) && !command.fixed) claim(command, command.keys);
  return {
    keysOf: (id) => keys.get(id) ?? [],
    commandAt: (key, only) => byPlace.get(placeOf(key, only)) ?? null,
  };
});

/** Which other command a key would be taken from. */
export function clashOf(all: readonly Command[], own: OwnKeys, command: Command, key: string): Command | null {
  const holder = bindingsOf(all, own).commandAt(key, command.only ?? null);
  return holder?.id === command.id ? null : holder;
}

/** What a command's keys are from now on; where others had them, those lose them. */
export function bound(all: readonly Command[], own: OwnKeys, command: Command, wanted: readonly string[]): OwnKeys {
  const now = bindingsOf(all, own);
  const changed: Record<string, readonly string[]> = { ...own };
  for (const key of wanted) {
    const holder = clashOf(all, own, command, key);
    if (holder) changed[holder.id] = (changed[holder.id] ?? now.keysOf(holder.id)).filter((other) => other !== key);
  }
  changed[command.id] = [...new Set(wanted)].slice(0, MOST_KEYS);
  // What is as it was is not kept: a later release may give it another key.
  const kept = all.filter(({ id, keys }) => changed[id] !== undefined && !sameKeys(changed[id], keys));
  return Object.fromEntries(kept.map(({ id }) => [id, changed[id] ?? []]));
}

const sameKeys = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((key, i) => key === b[i]);

const placeOf = (key: string, only: Mode | null) => `${only ?? 'any'} ${key}`;
