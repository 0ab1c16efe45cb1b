import type { Command } from '../../command/command.ts';
import { createEditCommand } from '../../command/edit-command.ts';
import copyRows from './copy-rows.ts';

export default {
  ...createEditCommand({
    id: 'cut-rows',
    order: 449,
    title: 'Cut as program text',
    keys: ['Ctrl+x'],
    into: () => [],
    label: (_events, rows) => `cut ${rows}`,
    shift: null,
  }),
  copy: copyRows.copy,
} satisfies Command;
