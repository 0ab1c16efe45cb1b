import type { Command } from '../../command/command.ts';
import { redo } from '../../document/history.ts';

export default {
  id: 'redo',
  order: 405,
  title: 'redo',
  group: 'edit',
  keys: ['Ctrl+Shift+z', 'Ctrl+y'],
  inText: true,
  when: ({ future }) => future.length > 0 || 'there is nothing to do again',
  run: redo,
} satisfies Command;
