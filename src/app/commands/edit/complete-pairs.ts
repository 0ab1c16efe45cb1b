import { countEvents } from '../../../engine/run/rows.ts';
import type { Command } from '../../command/command.ts';
import { completePairs } from '../../document/complete-pairs.ts';
import { checkEditable, editProgram } from '../../document/program-edit.ts';

export default {
  id: 'complete-pairs',
  order: 455,
  title: 'Close open sections and pauses',
  group: 'edit',
  keys: [],
  when(state) {
    const possible = checkEditable(state);
    if (possible !== true) return possible;
    const { program } = state.document;
    return completePairs(program) !== program || 'Every section and pause is already closed';
  },
  run(state) {
    const program = completePairs(state.document.program);
    const added = countEvents(program) - countEvents(state.document.program);
    return editProgram(state, {
      label: `close open sections and pauses (+${added})`,
      program,
      caret: state.caret,
      playhead: state.cursor,
    });
  },
} satisfies Command;
