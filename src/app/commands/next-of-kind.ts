import { KIND_WORDS } from '../../layout/finding-kind.ts';
import type { Command } from '../command.ts';
import { bySlotOf, kindChoices, kindOf, selectKinds } from '../findings.ts';
import { slotBeside } from '../slots.ts';
import { stepped } from '../stepping.ts';

/** Goes to the next finding of a kind; behind the last one, to the first. */
export default {
  id: 'next-of-kind',
  order: 93,
  title: 'go to a finding',
  group: 'step',
  keys: [],
  needsChoice: true,
  when(state, { choice } = {}) {
    const kind = kindOf(choice);
    if (!kind) return 'choose a kind of findings';
    return selectKinds(state).some((one) => one.kind === kind) || `there is no ${KIND_WORDS[kind]}`;
  },
  choices: (state) => kindChoices(state, () => false),
  run(state, { choice } = {}) {
    const kind = kindOf(choice);
    if (!kind) return {};
    const { slot, moment } = state.cursor;
    const counts = bySlotOf(kind)(state.trace);
    // A row under way has not come to its end yet.
    const next = slotBeside(counts, moment === null ? slot : slot - 1, 1);
    const found = next < 0 ? slotBeside(counts, -1, 1) : next;
    return found < 0 ? {} : { ...stepped(state, { slot: found, moment: null }), playing: false };
  },
} satisfies Command;
