import type { Command } from '../../command/command.ts';
import { nextSpeed, setSpeed } from '../../state/speed.ts';

export default {
  id: 'slower',
  order: 744,
  title: 'Play slower',
  group: 'step',
  keys: ['-'],
  when: ({ speed }) => nextSpeed(speed, -1) !== null || 'Already at the lowest speed',
  run: ({ speed }) => setSpeed(nextSpeed(speed, -1) ?? speed),
} satisfies Command;
