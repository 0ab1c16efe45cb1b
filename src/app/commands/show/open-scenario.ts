import { firstSentence } from '../../../content/scenario.ts';
import { scenarios } from '../../../content/scenarios/index.ts';
import type { Command } from '../../command/command.ts';
import { openDocument } from '../../document/open-document.ts';
import { replaceDocument } from '../../document/open-request.ts';
import { reject } from '../../state/transaction.ts';

/** Opens a worked example as another document. */
export default {
  id: 'open-scenario',
  order: 760,
  title: 'Open scenario',
  group: 'show',
  keys: [],
  needsChoice: true,
  when: (_state, { choice = '' } = {}) => scenarios.find(choice) !== undefined || 'Choose a scenario',
  choices: ({ document }) =>
    scenarios.all.map(({ id, title, summary }) => ({
      id,
      title,
      note: firstSentence(summary),
      chosen: title === document.title,
    })),
  run(state, { choice = '' } = {}) {
    const request = openDocument({ kind: 'scenario', id: choice });
    return request.ok ? replaceDocument(state, request.value) : reject(request.error);
  },
} satisfies Command;
