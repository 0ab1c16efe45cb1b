import { LIMITS } from '../../../notation/text/limits.ts';
import type { Command } from '../../command/command.ts';
import { NO_EVENT } from '../../command/edit-command.ts';
import { repeatEvents } from '../../command/repeat-events.ts';
import { checkEditable, editProgram } from '../../document/program-edit.ts';
import { describeRange, targetRange } from '../../navigation/event-range.ts';
import type { Args } from '../../state/command-arguments.ts';
import { NO_CHANGE } from '../../state/transaction.ts';

const TIMES = [2, 3, 4, 8, 16, 100];

const timesOf = (args: Args = {}): number => Number(args.choice ?? TIMES[0]);

/** Repeats the target events, twice by default. The number is in the text and can be edited there. */
export default {
  id: 'wrap-repeat',
  order: 447,
  title: 'Wrap in a repeat',
  group: 'edit',
  keys: [],
  choices: () => TIMES.map((times) => ({ id: `${times}`, title: `${times} times`, note: '', chosen: false })),
  when(state, args) {
    const possible = checkEditable(state);
    if (possible !== true) return possible;
    if (args?.choice !== undefined && !TIMES.includes(Number(args.choice))) return 'Choose how many times';
    const piece = targetRange(state, args);
    if (!piece) return NO_EVENT;
    return piece.events.length * timesOf(args) <= LIMITS.events || `A program has at most ${LIMITS.events} events`;
  },
  run(state, args) {
    const piece = targetRange(state, args);
    if (!piece) return NO_CHANGE;
    const times = timesOf(args);
    const size = piece.last - piece.first + 1;
    const last = piece.first + times * size - 1;
    return editProgram(state, {
      label: `repeat ${describeRange(piece)} ${times}×`,
      ...repeatEvents(state.document, piece, times),
      caret: last,
      selection: piece.selected ? { anchor: piece.first, head: last, open: state.selection?.open ?? false } : null,
    });
  },
} satisfies Command;
