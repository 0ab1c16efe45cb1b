import { spliceEvents } from '../../../engine/run/rows.ts';
import type { Command } from '../../command/command.ts';
import { checkEditable, editProgram } from '../../document/program-edit.ts';

/** Names the mm of a task. It takes effect only before the task first runs, so it goes to the head of the program. */
export default {
  id: 'add-task',
  order: 295,
  title: 'Task with its own mm',
  group: 'add',
  keys: [],
  when: checkEditable,
  run(state, { task = 'B' } = {}) {
    const program = spliceEvents(state.document.program, [0], 0, [{ kind: 'task', task, mm: 'm2' }]);
    return editProgram(state, { label: `insert task ${task}`, program, caret: 1 });
  },
} satisfies Command;
