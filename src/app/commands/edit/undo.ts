import type { Command } from '../../command/command.ts';
import { undo } from '../../document/history.ts';

export default {
  id: 'undo',
  order: 400,
  title: 'Undo',
  group: 'edit',
  keys: ['Ctrl+z'],
  inText: true,
  when: ({ past }) => past.length > 0 || 'Nothing to undo',
  run: undo,
} satisfies Command;
