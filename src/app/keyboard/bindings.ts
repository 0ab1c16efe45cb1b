import { memoLast } from '../../lib/memo.ts';
import type { Command, Mode } from '../command/command.ts';
import type { AppState } from '../state/state.ts';

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

const placeOf = (key: string, only: Mode | null) => `${only ?? 'any'} ${key}`;
