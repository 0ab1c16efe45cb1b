import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';

export default {
  id: 'zoom-fit',
  order: 94,
  title: 'Fit whole run',
  group: 'step',
  keys: ['0'],
  when: () => true,
  run: ({ zoom }) =>
    zoom === 'fit'
      ? combine(changeView({ zoom: 'usual' }), announce('view', 'Default zoom'))
      : combine(changeView({ zoom: 'fit' }), announce('view', 'Showing the whole run')),
} satisfies Command;
