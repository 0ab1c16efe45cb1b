import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'zoom-fit',
  order: 94,
  title: 'the whole run, or columns of the usual width',
  group: 'step',
  keys: ['0'],
  when: () => true,
  run: ({ zoom }) =>
    zoom === 'fit'
      ? combine(changeView({ zoom: 'usual' }), announce('view', 'usual width'))
      : combine(changeView({ zoom: 'fit' }), announce('view', 'the whole run')),
} satisfies Command;
