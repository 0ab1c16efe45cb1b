import { firstSentence } from '../../../content/scenario.ts';
import { scenarios } from '../../../content/scenarios/index.ts';
import type { Command } from '../../command/command.ts';
import { contentOf, opened } from '../../document/opening.ts';
import { openScenario } from '../../document/scenario-document.ts';

/** A worked example, as a document of its own. */
export default {
  id: 'open-scenario',
  order: 760,
  title: 'open scenario',
  group: 'show',
  keys: [],
  needsChoice: true,
  when: (_state, { choice = '' } = {}) => scenarios.find(choice) !== undefined || 'choose one of the list',
  choices: ({ document }) =>
    scenarios.all.map(({ id, title, summary }) => ({
      id,
      title,
      note: firstSentence(summary),
      chosen: title === document.title,
    })),
  run(state, { choice = '' } = {}) {
    const scenario = scenarios.find(choice);
    return scenario ? opened(state, contentOf(openScenario(scenario), state)) : {};
  },
} satisfies Command;
