import type { Command } from '../../command/command.ts';
import { setSpeed, speedBeside } from '../../state/speed.ts';

export default {
  id: 'slower',
  order: 744,
  title: 'play slower',
  group: 'step',
  keys: ['-'],
  when: ({ speed }) => speedBeside(speed, -1) !== null || 'it cannot play slower',
  run: ({ speed }) => setSpeed(speedBeside(speed, -1) ?? speed),
} satisfies Command;
