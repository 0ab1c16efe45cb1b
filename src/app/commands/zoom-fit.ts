import type { Command } from '../command.ts';
import { USUAL } from '../zoom.ts';

export default {
  id: 'zoom-fit',
  order: 94,
  title: 'the whole run, or columns of the usual width',
  group: 'step',
  keys: ['0'],
  when: () => true,
  run: ({ zoom }) => (zoom === 'fit' ? { zoom: USUAL, said: 'usual width' } : { zoom: 'fit', said: 'the whole run' }),
} satisfies Command;
