import type { Command } from '../../command/command.ts';
import { createDocument } from '../../document/document.ts';
import { replaceDocument } from '../../document/open-request.ts';
import { changeView, combine } from '../../state/transaction.ts';

/** Opens an empty program under the same setup as another document. */
export default {
  id: 'new-program',
  order: 600,
  title: 'New program',
  group: 'show',
  keys: [],
  when: ({ document }) => document.text !== '' || 'The program is already empty',
  run(state) {
    const document = createDocument([], state.document.setup, null, state.document.otherArchitectures);
    return combine(replaceDocument(state, { document, row: 0, moment: null }), changeView({ dialog: null }));
  },
} satisfies Command;
