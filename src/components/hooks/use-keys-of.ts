import { commands } from '../../app/commands/index.ts';
import { bindingsOf } from '../../app/keyboard/bindings.ts';
import { useApp } from './context.ts';

/** The keys that a command has now: its own, or those that the person gave it. */
export const useKeysOf = (id: string): readonly string[] =>
  useApp(({ keys }) => bindingsOf(commands.all, keys).keysOf(id));
