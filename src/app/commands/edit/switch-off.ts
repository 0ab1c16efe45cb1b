import type { Event } from '../../../engine/model.ts';
import { createEditCommand } from '../../command/edit-command.ts';

/** Disables the enabled events of a range; enables them only if all are disabled. */
export default createEditCommand({
  id: 'switch-off',
  order: 415,
  title: 'Disable / enable this event',
  keys: ['x'],
  into: (events) => events.map((event) => turned(event, areOff(events))),
  label: (events, rows) => `${areOff(events) ? 'enable' : 'disable'} ${rows}`,
});

const areOff = (events: readonly Event[]): boolean => events.every(({ off }) => off);

function turned(event: Event, on: boolean): Event {
  const { off: _, ...plain } = event;
  return on ? plain : { ...plain, off: true };
}
