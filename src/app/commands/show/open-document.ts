import type { Command } from '../../command/command.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

/** Opens a document of this browser in place of the present one, which stays stored. */
export default {
  id: 'open-document',
  order: 606,
  title: 'Open document',
  group: 'show',
  keys: [],
  needsChoice: true,
  when: ({ documents }, { choice } = {}) => documents.some(({ id }) => id === choice) || 'Choose a saved document',
  choices: ({ documents }) =>
    documents
      .filter(({ unreadable }) => unreadable === null)
      .map(({ id, title, about, here }) => ({
        id,
        title: title || 'Empty program',
        note: about,
        chosen: here,
      })),
  run: () => NO_CHANGE,
  opens: (_state, { choice = '' } = {}) => choice,
} satisfies Command;
