import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Starts a presentation with the keys of a clicker, or ends it. */
export default {
  id: 'present',
  order: 770,
  title: 'Start / end presentation',
  group: 'page',
  keys: ['Shift+b'],
  when: ({ embedded, trace }) =>
    embedded ? 'Not available in an embedded page' : trace.reaches(0) || 'The program is empty',
  run: ({ presenting }) =>
    presenting === null
      ? combine(
          changeView({ presenting: 'lit', inserting: false, dialog: null }),
          announce('view', 'Presentation started'),
        )
      : combine(changeView({ presenting: null, playing: false }), announce('view', 'Presentation ended')),
} satisfies Command;
