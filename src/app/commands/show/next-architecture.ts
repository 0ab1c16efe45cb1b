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
    const visible = visibleArchitectures(state.document);
    const at = visible.findIndex((one) => isSameArchitecture(one, state.document.setup));
    const next = visible[(at + 1) % visible.length];
    return next ? selectArchitecture(state, next) : NO_CHANGE;
  },
} satisfies Command;
