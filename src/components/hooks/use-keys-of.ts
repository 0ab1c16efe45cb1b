import { commands } from '../../app/commands/index.ts';
import { bindingsOf } from '../../app/keyboard/bindings.ts';
import { useApp } from './context.ts';

/** The current keys of a command: its defaults or your own. */
export const useKeysOf = (id: string): readonly string[] =>
  useApp(({ keys }) => bindingsOf(commands.all, keys).keysOf(id));
