import { memoLast } from '../../lib/memo.ts';
import type { Command, Mode } from '../command/command.ts';
import type { AppState } from '../state/state.ts';

type CustomKeys = AppState['keys'];

/** Limit of keys per command. */
export const MAX_KEYS = 4;

/** Which key runs which command at present. */
export interface Bindings {
  keysOf(id: string): readonly string[];
  /** The command that a key runs in one mode only; with null, the command that it runs in any other case. */
  commandAt(key: string, only: Mode | null): Command | null;
}

/**
 * Resolves the keys of all commands. Keys that a person assigned take precedence over defaults, so that a default of a later
 * release takes no key away. Of two commands with the same assigned key, the first one gets it.
 */
export const bindingsOf = memoLast((all: readonly Command[], custom: CustomKeys): Bindings => {
  const holders = new Map<string, Command>();
  const keys = new Map<string, readonly string[]>();
  const isCustom = (command: Command) => command.fixed !== true && Object.hasOwn(custom, command.id);
  const claim = (command: Command, wanted: readonly string[]) => {
    const free = wanted.filter((key) => !holders.has(slotOf(key, command.only ?? null)));
    for (const key of free) holders.set(slotOf(key, command.only ?? null), command);
    keys.set(command.id, free.length === wanted.length ? wanted : free);
  };
  const fixed = all.filter((command) => command.fixed);
  for (const command of fixed) claim(command, command.keys);
  for (const command of all) if (isCustom(command)) claim(command, custom[command.id] ?? []);
  for (const command of all) if (!isCustom(command) && !command.fixed) claim(command, command.keys);
  return {
    keysOf: (id) => keys.get(id) ?? [],
    commandAt: (key, only) => holders.get(slotOf(key, only)) ?? null,
  };
});

const slotOf = (key: string, only: Mode | null) => `${only ?? 'any'} ${key}`;
