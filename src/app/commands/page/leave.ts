import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'leave',
  order: 620,
  title: 'leave the mode, the dialog or the selection',
  group: 'page',
  keys: ['Escape'],
  overDialog: true,
  fixed: true,
  when: ({ inserting, presenting, dialog, playing, selection }) =>
    inserting || presenting !== null || dialog !== null || playing || selection !== null || 'there is nothing to leave',
  run({ dialog, inserting, presenting, selection }) {
    if (dialog !== null) return changeView({ dialog: null });
    if (presenting === 'blank')
      return combine(changeView({ presenting: 'lit' }), announce('view', 'the screen is back'));
    if (presenting !== null)
      return combine(changeView({ presenting: null, playing: false }), announce('view', 'end of the presentation'));
    if (inserting) return combine(changeView({ inserting: false }), announce('view', 'insert mode off'));
    if (selection) return { selection: null, ...announce('selected', 'nothing is selected') };
    return combine(changeView({ playing: false }), announce('view', 'paused'));
  },
} satisfies Command;
