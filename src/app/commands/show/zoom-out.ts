import type { Command } from '../../command/command.ts';
import { zoomed } from '../../state/zoom.ts';

export default {
  id: 'zoom-out',
  order: 92,
  title: 'narrower columns',
  group: 'step',
  keys: ['Shift+z'],
  when: ({ zoom }) => zoomed(zoom, -1) !== null || 'the columns are as narrow as they can be',
  run: ({ zoom }) => ({ zoom: zoomed(zoom, -1) ?? zoom, said: 'narrower columns' }),
} satisfies Command;
