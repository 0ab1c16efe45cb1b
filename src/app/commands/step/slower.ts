import type { Command } from '../../command/command.ts';
import { setSpeed, speedBeside } from '../../state/speed.ts';

export default {
  id: 'slower',
  order: 744,
  title: 'Play slower',
  group: 'step',
  keys: ['-'],
  when: ({ speed }) => speedBeside(speed, -1) !== null || 'Already at the lowest speed',
  run: ({ speed }) => setSpeed(speedBeside(speed, -1) ?? speed),
} satisfies Command;
