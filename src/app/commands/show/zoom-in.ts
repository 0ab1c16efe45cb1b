import type { Command } from '../../command/command.ts';
import { zoomed } from '../../state/zoom.ts';

export default {
  id: 'zoom-in',
  order: 91,
  title: 'wider columns',
  group: 'step',
  keys: ['z'],
  when: ({ zoom }) => zoomed(zoom, 1) !== null || 'the columns are as wide as they can be',
  run: ({ zoom }) => ({ zoom: zoomed(zoom, 1) ?? zoom, said: 'wider columns' }),
} satisfies Command;
