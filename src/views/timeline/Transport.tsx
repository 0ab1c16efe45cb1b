import { useApp } from '../context.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import type { IconName } from '../parts/Icon.tsx';

const GOING: readonly (readonly [command: string, icon: IconName])[] = [
  ['first', 'first'],
  ['back', 'back'],
  ['play', 'play'],
  ['into', 'into'],
  ['forward', 'forward'],
  ['last', 'last'],
];

const EDITING: readonly (readonly [command: string, icon: IconName])[] = [
  ['move-earlier', 'earlier'],
  ['move-later', 'later'],
  ['duplicate', 'duplicate'],
  ['switch-off', 'off'],
  ['delete', 'remove'],
];

/** Going through the program, and changing the row that is looked at. Keys are the commands' own. */
export function Transport() {
  const playing = useApp((state) => state.playing);
  return (
    <div className="transport">
      <div className="tools" role="toolbar" aria-label="Steps">
        {GOING.map(([command, icon]) => (
          <CommandButton
            key={command}
            command={command}
            icon={command === 'play' && playing ? 'pause' : icon}
            hint
          />
        ))}
      </div>
      <div className="tools" role="toolbar" aria-label="This row">
        {EDITING.map(([command, icon]) => (
          <CommandButton key={command} command={command} icon={icon} hint />
        ))}
      </div>
    </div>
  );
}
