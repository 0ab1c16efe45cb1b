import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'leave',
  order: 620,
  title: 'Close the dialog, leave the mode or clear the selection',
  group: 'page',
  keys: ['Escape'],
  overDialog: true,
  fixed: true,
  when: ({ inserting, presenting, dialog, playing, selection }) =>
    inserting || presenting !== null || dialog !== null || playing || selection !== null || 'Nothing to close or leave',
  run({ dialog, inserting, presenting, selection }) {
    if (dialog !== null) return changeView({ dialog: null });
    if (presenting === 'blank') return combine(changeView({ presenting: 'lit' }), announce('view', 'Screen restored'));
    if (presenting !== null)
      return combine(changeView({ presenting: null, playing: false }), announce('view', 'Presentation ended'));
    if (inserting) return combine(changeView({ inserting: false }), announce('view', 'Insert mode off'));
    if (selection) return { selection: null, ...announce('selected', 'Selection cleared') };
    return combine(changeView({ playing: false }), announce('view', 'Paused'));
  },
} satisfies Command;
