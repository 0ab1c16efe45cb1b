import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

/** Large, with a clicker's keys. Done again, it ends. */
export default {
  id: 'present',
  order: 770,
  title: 'presentation',
  group: 'page',
  keys: ['Shift+b'],
  when: ({ embedded, trace }) =>
    embedded ? 'this program is part of another page' : trace.reaches(0) || 'the program is empty',
  run: ({ presenting }) =>
    presenting === null
      ? combine(changeView({ presenting: 'lit', inserting: false, dialog: null }), announce('view', 'presentation'))
      : combine(changeView({ presenting: null, playing: false }), announce('view', 'end of the presentation')),
} satisfies Command;
