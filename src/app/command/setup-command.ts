import { applySetup, type SetupChoices, setupChoices } from '../document/setup.ts';
import type { AppState } from '../state/state.ts';
import { NO_CHANGE } from '../state/transaction.ts';
import type { Command } from './command.ts';

type SetupCommandOptions = Pick<Command, 'id' | 'order' | 'title'> & { readonly of: keyof SetupChoices };

/** Creates a command that changes one part of the setup, as a picker does. */
export function createSetupCommand({ of, ...named }: SetupCommandOptions): Command {
  const find = (state: AppState, id?: string) => setupChoices(state)[of].find((choice) => choice.id === id);
  return {
    ...named,
    group: 'show',
    keys: [],
    needsChoice: true,
    when(state, { choice } = {}) {
      const found = find(state, choice);
      return found ? (found.impossible ?? true) : 'Choose an entry from the list';
    },
    choices: (state) => setupChoices(state)[of],
    run(state, { choice } = {}) {
      const found = find(state, choice);
      return found ? applySetup(state, found.change) : NO_CHANGE;
    },
  };
}
