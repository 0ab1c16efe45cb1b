import type { Command } from '../../command/command.ts';

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
      ? { presenting: 'lit', said: 'the screen is back' }
      : { presenting: 'blank', playing: false, said: 'the screen is blank' },
} satisfies Command;
