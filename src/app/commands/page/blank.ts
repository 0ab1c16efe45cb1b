import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Nothing to look at, so that everybody looks at who speaks. Clickers send the dot. */
export default {
  id: 'blank',
  order: 772,
  title: 'blank the screen',
  group: 'page',
  keys: ['b', '.'],
  only: 'presentation',
  when: ({ presenting }) => presenting !== null || 'this is no presentation',
  run: ({ presenting }) =>
    presenting === 'blank'
      ? combine(changeView({ presenting: 'lit' }), announce('view', 'the screen is back'))
      : combine(changeView({ presenting: 'blank', playing: false }), announce('view', 'the screen is blank')),
} satisfies Command;
