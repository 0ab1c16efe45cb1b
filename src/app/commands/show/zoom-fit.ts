import type { Command } from '../../command/command.ts';

export default {
  id: 'zoom-fit',
  order: 94,
  title: 'the whole run, or columns of the usual width',
  group: 'step',
  keys: ['0'],
  when: () => true,
  run: ({ zoom }) => (zoom === 'fit' ? { zoom: 'usual', said: 'usual width' } : { zoom: 'fit', said: 'the whole run' }),
} satisfies Command;
