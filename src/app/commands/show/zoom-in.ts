import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';
import { nextZoom } from '../../state/zoom.ts';

export default {
  id: 'zoom-in',
  order: 91,
  title: 'wider columns',
  group: 'step',
  keys: ['z'],
  when: ({ zoom }) => nextZoom(zoom, 1) !== null || 'the columns are as wide as they can be',
  run: ({ zoom }) => combine(changeView({ zoom: nextZoom(zoom, 1) ?? zoom }), announce('view', 'wider columns')),
} satisfies Command;
