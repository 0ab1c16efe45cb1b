import type { Command } from '../../command/command.ts';
import { undo } from '../../document/history.ts';

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
