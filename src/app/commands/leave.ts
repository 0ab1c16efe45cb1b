import type { Command } from '../command.ts';

export default {
  id: 'leave',
  order: 620,
  title: 'leave the mode or the dialog',
  group: 'page',
  keys: ['Escape'],
  overDialog: true,
  fixed: true,
  when: ({ inserting, presenting, dialog, playing }) =>
    inserting || presenting !== null || dialog !== null || playing || 'there is nothing to leave',
  run({ dialog, inserting, presenting }) {
    if (dialog !== null) return { dialog: null };
    if (presenting !== null) return { presenting: null, playing: false, said: 'end of the presentation' };
    return inserting ? { inserting: false, said: 'insert mode off' } : { playing: false, said: 'paused' };
  },
} satisfies Command;
