import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Blanks the screen, so that everybody looks at the speaker. Clickers send the dot. */
export default {
  id: 'blank',
  order: 772,
  title: 'Blank the screen',
  group: 'page',
  keys: ['b', '.'],
  only: 'presentation',
  when: ({ presenting }) => presenting !== null || 'No presentation is running',
  run: ({ presenting }) =>
    presenting === 'blank'
      ? combine(changeView({ presenting: 'lit' }), announce('view', 'Screen restored'))
      : combine(changeView({ presenting: 'blank', playing: false }), announce('view', 'Screen blanked')),
} satisfies Command;
