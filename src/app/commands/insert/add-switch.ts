import { createInsertCommand } from '../../command/insert-command.ts';
import type { AppState } from '../../state/state.ts';

export default createInsertCommand({
  id: 'add-switch',
  order: 290,
  title: 'switch',
  event: (state, { task, cpu }) => ({
    kind: 'switch',
    task: task ?? otherTask(state),
    ...(cpu === undefined ? {} : { cpu }),
  }),
});

/** The task that does not run at the caret: B after A, A after any other. */
function otherTask({ trace, caret }: AppState): string {
  const slot = trace.slotOf(caret);
  const event = trace.rows.at(caret - 1)?.event;
  const running = event?.kind === 'switch' ? event.task : slot < 0 ? 'A' : trace.summaryAt(slot).task;
  return running === 'A' ? 'B' : 'A';
}
