import type { Command } from '../../command/command.ts';

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
      ? { presenting: 'lit', inserting: false, dialog: null, said: 'presentation' }
      : { presenting: null, playing: false, said: 'end of the presentation' },
} satisfies Command;
