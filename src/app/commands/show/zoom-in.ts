import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';
import { nextZoom } from '../../state/zoom.ts';

export default {
  id: 'zoom-in',
  order: 91,
  title: 'Zoom in',
  group: 'step',
  keys: ['z'],
  when: ({ zoom }) => nextZoom(zoom, 1) !== null || 'Already at maximum zoom',
  run: ({ zoom }) => combine(changeView({ zoom: nextZoom(zoom, 1) ?? zoom }), announce('view', 'Zoomed in')),
} satisfies Command;
