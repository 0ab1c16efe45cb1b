import type { Command } from '../../command/command.ts';
import { rowCursor } from '../../state/cursor.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Never starts by itself; at the end it starts over. The player makes the steps. */
export default {
  id: 'play',
  order: 100,
  title: 'Play / pause',
  group: 'step',
  keys: ['Space'],
  when: ({ trace }) => trace.reaches(0) || 'The program is empty',
  run({ playing, cursor, trace }) {
    if (playing) return combine(changeView({ playing: false }), announce('view', 'Paused'));
    const start = combine(changeView({ playing: true }), announce('view', 'Playing'));
    const isAtEnd = cursor.moment === null && !trace.reaches(cursor.slot + 1);
    return isAtEnd ? combine(start, { playhead: rowCursor(-1) }) : start;
  },
} satisfies Command;
