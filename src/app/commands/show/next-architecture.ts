import type { Command } from '../../command/command.ts';
import { isSame, shownIn } from '../../document/visible-runs.ts';
import { lookedAt } from '../../navigation/architectures.ts';

export default {
  id: 'next-architecture',
  order: 644,
  title: 'look at the next architecture that is shown',
  group: 'show',
  keys: ['v'],
  when: ({ document }) => document.beside.length > 0 || 'only one architecture is shown',
  run(state) {
    const shown = shownIn(state.document);
    const at = shown.findIndex((one) => isSame(one, state.document.setup));
    const next = shown[(at + 1) % shown.length];
    return next ? lookedAt(state, next) : {};
  },
} satisfies Command;
