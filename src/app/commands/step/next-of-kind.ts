import { KIND_WORDS } from '../../../layout/finding-kind.ts';
import type { Command } from '../../command/command.ts';
import { findNextOfKind } from '../../navigation/cursor-moves.ts';
import { kindChoices, parseKind, selectKinds } from '../../navigation/findings.ts';
import { goTo } from '../../navigation/playhead.ts';
import { NO_CHANGE, reject } from '../../state/transaction.ts';

/** Goes to the next finding of a kind; after the last one, to the first. */
export default {
  id: 'next-of-kind',
  order: 93,
  title: 'Go to next problem',
  group: 'step',
  keys: [],
  needsChoice: true,
  when(state, { choice } = {}) {
    const kind = parseKind(choice);
    if (!kind) return 'Choose a kind of problem';
    return selectKinds(state).some((one) => one.kind === kind) || `No ${KIND_WORDS[kind]} in this run`;
  },
  choices: (state) => kindChoices(state, () => false),
  run(state, { choice } = {}) {
    const kind = parseKind(choice);
    if (!kind) return NO_CHANGE;
    const to = findNextOfKind(kind, state);
    return typeof to === 'string' ? reject(to) : goTo(state, to);
  },
} satisfies Command;
