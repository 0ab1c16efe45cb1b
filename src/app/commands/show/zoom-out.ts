import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';
import { nextZoom } from '../../state/zoom.ts';

export default {
  id: 'zoom-out',
  order: 92,
  title: 'narrower columns',
  group: 'step',
  keys: ['Shift+z'],
  when: ({ zoom }) => nextZoom(zoom, -1) !== null || 'the columns are as narrow as they can be',
  run: ({ zoom }) => combine(changeView({ zoom: nextZoom(zoom, -1) ?? zoom }), announce('view', 'narrower columns')),
} satisfies Command;
