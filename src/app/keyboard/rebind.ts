import type { Command } from '../command/command.ts';
import type { AppState } from '../state/state.ts';
import { bindingsOf, MOST_KEYS } from './bindings.ts';

type OwnKeys = AppState['keys'];

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
