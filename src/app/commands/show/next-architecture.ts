import type { Command } from '../../command/command.ts';
import { selectArchitecture } from '../../navigation/architectures.ts';
import { NO_CHANGE } from '../../state/transaction.ts';
import { isSameArchitecture, visibleArchitectures } from '../../state/visible-architectures.ts';

export default {
  id: 'next-architecture',
  order: 644,
  title: 'Select next architecture',
  group: 'show',
  keys: ['v'],
  when: ({ document }) => document.otherArchitectures.length > 0 || 'Only one architecture is visible',
  run(state) {
    const shown = visibleArchitectures(state.document);
    const at = shown.findIndex((one) => isSameArchitecture(one, state.document.setup));
    const next = shown[(at + 1) % shown.length];
    return next ? selectArchitecture(state, next) : NO_CHANGE;
  },
} satisfies Command;
