import type { Command } from '../../command/command.ts';
import { redo } from '../../document/history.ts';

export default {
  id: 'redo',
  order: 405,
  title: 'Redo',
  group: 'edit',
  keys: ['Ctrl+Shift+z', 'Ctrl+y'],
  inText: true,
  when: ({ future }) => future.length > 0 || 'Nothing to redo',
  run: redo,
} satisfies Command;
