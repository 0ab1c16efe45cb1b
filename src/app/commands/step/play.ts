import type { Command } from '../../command/command.ts';

/** Never starts by itself; at the end it starts over. The player does the steps. */
export default {
  id: 'play',
  order: 100,
  title: 'play or pause',
  group: 'step',
  keys: ['Space'],
  when: ({ trace }) => trace.reaches(0) || 'the program is empty',
  run({ playing, cursor, trace }) {
    if (playing) return { playing: false, said: 'paused' };
    const over = cursor.moment === null && !trace.reaches(cursor.slot + 1);
    return { playing: true, said: 'playing', ...(over ? { cursor: { slot: -1, moment: null }, caret: 0 } : {}) };
  },
} satisfies Command;
