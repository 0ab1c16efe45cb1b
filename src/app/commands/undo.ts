import type { Command } from '../command.ts';
import { undo } from '../history.ts';

export default {
  id: 'undo',
  order: 400,
  title: 'undo',
  group: 'edit',
  keys: ['Ctrl+z'],
  inText: true,
  when: ({ past }) => past.length > 0 || 'there is nothing to undo',
  run: undo,
} satisfies Command;
