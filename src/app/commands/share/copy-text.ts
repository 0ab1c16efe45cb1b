import type { Command } from '../../command/command.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'copy-text',
  order: 500,
  title: 'Copy plain text for email',
  group: 'share',
  keys: ['y'],
  when: ({ trace }) => trace.reaches(0) || 'The program is empty',
  run: () => NO_CHANGE,
  copy: (state, address) => ({
    text: import('../../share/mail-text.ts').then(({ mailText }) => mailText(state, address)),
    what: 'the plain text',
  }),
} satisfies Command;
