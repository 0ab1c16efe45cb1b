import type { Command } from '../../command/command.ts';
import { architectureOptions, showArchitectures } from '../../navigation/architectures.ts';

/** Shows all possible architectures, or only the selected one if they are visible already. */
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
