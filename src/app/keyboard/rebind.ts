import type { Command } from '../command/command.ts';
import type { AppState } from '../state/state.ts';
import { bindingsOf, MAX_KEYS } from './bindings.ts';

type CustomKeys = AppState['keys'];

/** The other command that would lose a key if `command` got it; null if none does. */
export function findKeyHolder(
  all: readonly Command[],
  custom: CustomKeys,
  command: Command,
  key: string,
): Command | null {
  const holder = bindingsOf(all, custom).commandAt(key, command.only ?? null);
  return holder?.id === command.id ? null : holder;
}

/** Assigns keys to a command and takes them away from the commands that had them. */
export function bindKeys(
  all: readonly Command[],
  custom: CustomKeys,
  command: Command,
  wanted: readonly string[],
): CustomKeys {
  const now = bindingsOf(all, custom);
  const changed: Record<string, readonly string[]> = { ...custom };
  for (const key of wanted) {
    const holder = findKeyHolder(all, custom, command, key);
    if (holder) changed[holder.id] = (changed[holder.id] ?? now.keysOf(holder.id)).filter((other) => other !== key);
  }
  changed[command.id] = [...new Set(wanted)].slice(0, MAX_KEYS);
  // Defaults are not stored: a later release may change them.
  const kept = all.filter(({ id, keys }) => changed[id] !== undefined && !sameKeys(changed[id], keys));
  return Object.fromEntries(kept.map(({ id }) => [id, changed[id] ?? []]));
}

const sameKeys = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((key, i) => key === b[i]);
