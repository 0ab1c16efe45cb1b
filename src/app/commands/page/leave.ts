import type { Command } from '../../command/command.ts';

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
    if (dialog !== null) return { dialog: null };
    if (presenting === 'blank') return { presenting: 'lit', said: 'the screen is back' };
    if (presenting !== null) return { presenting: null, playing: false, said: 'end of the presentation' };
    if (inserting) return { inserting: false, said: 'insert mode off' };
    return selection ? { selection: null, said: 'nothing is selected' } : { playing: false, said: 'paused' };
  },
} satisfies Command;
