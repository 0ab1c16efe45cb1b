import type { Event } from '../../engine/model.ts';
import { changing } from '../change.ts';

export default changing({
  id: 'switch-off',
  order: 415,
  title: 'switch off or on',
  keys: ['x'],
  into: (event) => [turned(event)],
  name: (event, row) => `switch row ${row} ${event.off ? 'on' : 'off'}`,
});

function turned(event: Event): Event {
  if (!event.off) return { ...event, off: true };
  const { off: _, ...on } = event;
  return on;
}
