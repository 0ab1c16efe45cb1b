import type { Command } from '../../command/command.ts';
import { nextSpeed, setSpeed } from '../../state/speed.ts';

export default {
  id: 'faster',
  order: 742,
  title: 'Play faster',
  group: 'step',
  keys: ['=', '+'],
  when: ({ speed }) => nextSpeed(speed, 1) !== null || 'Already at the highest speed',
  run: ({ speed }) => setSpeed(nextSpeed(speed, 1) ?? speed),
} satisfies Command;
