import { countEvents } from '../../../engine/run/rows.ts';
import type { Command } from '../../command/command.ts';
import { editable, editProgram } from '../../document/edit.ts';
import { completePairs } from '../../document/pairs.ts';

export default {
  id: 'complete-pairs',
  order: 455,
  title: 'complete the pairs',
  group: 'edit',
  keys: [],
  when(state) {
    const possible = editable(state);
    if (possible !== true) return possible;
    const { program } = state.document;
    return completePairs(program) !== program || 'every section and pause is closed';
  },
  run(state) {
    const program = completePairs(state.document.program);
    const added = countEvents(program) - countEvents(state.document.program);
    return editProgram(state, {
      label: `complete the pairs with ${added} more`,
      program,
      caret: state.caret,
      playhead: state.cursor,
    });
  },
} satisfies Command;
