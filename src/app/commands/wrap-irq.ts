import { changing } from '../change.ts';
import { holdsSwitch } from '../edit.ts';

export default changing({
  id: 'wrap-irq',
  order: 445,
  title: 'put into an interrupt',
  keys: [],
  into: (event) => [{ kind: 'irq', body: [event] }],
  name: (_event, row) => `put row ${row} into an interrupt`,
  caret: 1,
  fits: (event) => !holdsSwitch(event) || 'a switch cannot happen in irq',
});
