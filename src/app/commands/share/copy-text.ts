import type { Command } from '../../command/command.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

export default {
  id: 'copy-text',
  order: 500,
  title: 'copy as text for mail',
  group: 'share',
  keys: ['y'],
  when: ({ trace }) => trace.reaches(0) || 'the program is empty',
  run: () => NO_CHANGE,
  copy: (state, address) => ({
    text: import('../../share/mail-text.ts').then(({ mailText }) => mailText(state, address)),
    what: 'the text for mail',
  }),
} satisfies Command;
