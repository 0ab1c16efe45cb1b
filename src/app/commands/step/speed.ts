import type { Command } from '../../command/command.ts';
import { SPEEDS, setSpeed, speedLabel } from '../../state/speed.ts';

export default {
  id: 'speed',
  order: 740,
  title: 'Playback speed',
  group: 'step',
  keys: [],
  needsChoice: true,
  when: (_state, { choice } = {}) => SPEEDS.some((speed) => String(speed) === choice) || 'Choose a playback speed',
  choices: ({ speed: now }) =>
    SPEEDS.map((speed) => ({ id: String(speed), title: speedLabel(speed), note: '', chosen: speed === now })),
  run: (_state, { choice } = {}) => setSpeed(SPEEDS.find((speed) => String(speed) === choice) ?? 1),
} satisfies Command;
