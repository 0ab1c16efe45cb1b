import type { Command } from '../../command/command.ts';
import { architectureOptions, showArchitectures } from '../../navigation/architectures.ts';

/** Every architecture that can be, or, where they are shown already, the one that is looked at alone. */
export default {
  id: 'all-architectures',
  order: 642,
  title: 'Show all architectures',
  group: 'show',
  keys: ['a'],
  when: () => true,
  run(state) {
    const possible = architectureOptions(state).filter(
      ({ impossible, era }) => impossible === null && era === state.document.setup.era,
    );
    const all = possible.every(({ shown }) => shown);
    return all
      ? showArchitectures(state, 'show one architecture', [])
      : showArchitectures(state, 'show all architectures', possible);
  },
} satisfies Command;
