import type { Command } from '../../command/command.ts';
import { announce, changeView, combine } from '../../state/transaction.ts';
import { nextZoom } from '../../state/zoom.ts';

export default {
  id: 'zoom-out',
  order: 92,
  title: 'Zoom out',
  group: 'step',
  keys: ['Shift+z'],
  when: ({ zoom, trace }) => nextZoom(zoom, -1, trace.maxLength) !== null || 'Already at minimum zoom',
  run: ({ zoom, trace }) =>
    combine(changeView({ zoom: nextZoom(zoom, -1, trace.maxLength) ?? zoom }), announce('view', 'Zoomed out')),
} satisfies Command;
