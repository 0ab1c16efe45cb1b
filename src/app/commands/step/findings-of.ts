import { KIND_WORDS } from '../../../layout/finding-kind.ts';
import type { Command } from '../../command/command.ts';
import { kindChoices, parseKind } from '../../navigation/findings.ts';
import { announce, changeView, combine, NO_CHANGE } from '../../state/transaction.ts';

/** Shows or hides the findings of a kind. */
export default {
  id: 'findings-of',
  order: 95,
  title: 'Show or hide problems',
  group: 'step',
  keys: [],
  needsChoice: true,
  when: (_state, { choice } = {}) => parseKind(choice) !== undefined || 'Choose a kind of problem',
  choices: (state) => kindChoices(state, (kind) => !state.muted.includes(kind)),
  run({ muted }, { choice } = {}) {
    const kind = parseKind(choice);
    if (!kind) return NO_CHANGE;
    const listed = muted.includes(kind);
    return combine(
      changeView({ muted: listed ? muted.filter((one) => one !== kind) : [...muted, kind] }),
      announce('view', `${KIND_WORDS[kind]} ${listed ? 'shown' : 'hidden'}`),
    );
  },
} satisfies Command;
