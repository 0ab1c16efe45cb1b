import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';
import { nextZoom } from '../../state/zoom.ts';

export default {
  id: 'zoom-in',
  order: 91,
  title: 'Zoom in',
  group: 'step',
  keys: ['z'],
  when: ({ zoom, trace }) => nextZoom(zoom, 1, trace.maxLength) !== null || 'Already at maximum zoom',
  run: ({ zoom, trace }) =>
    combine(changeView({ zoom: nextZoom(zoom, 1, trace.maxLength) ?? zoom }), announce('view', 'Zoomed in')),
} satisfies Command;
