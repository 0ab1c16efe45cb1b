import type { Command } from '../command.ts';

export default {
  id: 'leave',
  order: 620,
  title: 'leave the mode or the dialog',
  group: 'page',
  keys: ['Escape'],
  overDialog: true,
  fixed: true,
  when: ({ inserting, dialog, playing }) => inserting || dialog !== null || playing || 'there is nothing to leave',
  run({ dialog, inserting }) {
    if (dialog !== null) return { dialog: null };
    return inserting ? { inserting: false, said: 'insert mode off' } : { playing: false, said: 'paused' };
  },
} satisfies Command;
