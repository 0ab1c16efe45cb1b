import type { Command } from '../../command/command.ts';
import { setSpeed, speedBeside } from '../../state/speed.ts';

export default {
  id: 'faster',
  order: 742,
  title: 'Play faster',
  group: 'step',
  keys: ['=', '+'],
  when: ({ speed }) => speedBeside(speed, 1) !== null || 'Already at the highest speed',
  run: ({ speed }) => setSpeed(speedBeside(speed, 1) ?? speed),
} satisfies Command;
