import { commands } from '../../app/commands/index.ts';
import { describeRange, selectedRange } from '../../app/navigation/event-range.ts';
import { speedLabel } from '../../app/state/speed.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import type { IconName } from '../../components/Icon.tsx';
import { ChoiceMenu } from '../../components/menu/ChoiceMenu.tsx';
import { Menu } from '../../components/menu/Menu.tsx';

type Tool = readonly [command: string, icon: IconName];

const GOING: readonly Tool[] = [
  ['first', 'first'],
  ['back', 'back'],
  ['play', 'play'],
  ['into', 'into'],
  ['forward', 'forward'],
  ['last', 'last'],
];

const EDITING: readonly Tool[] = [
  ['move-earlier', 'earlier'],
  ['move-later', 'later'],
  ['duplicate', 'duplicate'],
  ['switch-off', 'off'],
  ['delete', 'remove'],
];

const LOOKING: readonly Tool[] = [
  ['zoom-out', 'narrower'],
  ['zoom-fit', 'fit'],
  ['zoom-in', 'wider'],
];
/** Jumps, in a menu because they are needed less often. */
const LEAPS: readonly string[] = [
  'next-finding',
  'previous-finding',
  'next-flush',
  'previous-flush',
  'next-callback',
  'previous-callback',
  'go-to',
];
const leaps = commands.all.filter(({ id }) => LEAPS.includes(id));

/** Edits of several rows, and those that remove rows. */
const LARGER: readonly string[] = [
  'wrap-section',
  'wrap-pause',
  'wrap-irq',
  'wrap-softirq',
  'wrap-repeat',
  'copy-rows',
  'cut-rows',
  'paste-rows',
  'insert-irq-inside',
  'complete-pairs',
];
const larger = commands.all.filter(({ id }) => LARGER.includes(id));

/** Steps through the program and edits the current row. Names and keys come from the commands. */
export function Transport() {
  const playing = useApp((state) => state.playing);
  const selected = useApp(selectedRange);
  const speed = useApp((state) => speedLabel(state.speed));
  return (
    <div className="transport">
      <div className="transport-row">
        <fieldset className="tools" aria-label="Steps">
          {GOING.map(([command, icon]) => (
            <CommandButton
              key={command}
              command={command}
              icon={command === 'play' && playing ? 'pause' : icon}
              pressed={command === 'play' ? playing : undefined}
              hint
            />
          ))}
          <ChoiceMenu command="speed" label={speed} />
          <Menu label="Jump" name="Jump to a problem, flush, callback or event" members={leaps} />
        </fieldset>
        <fieldset className="tools" aria-label="Zoom">
          {LOOKING.map(([command, icon]) => (
            <CommandButton key={command} command={command} icon={icon} hint />
          ))}
        </fieldset>
        <fieldset className="tools" aria-label={selected ? describeRange(selected) : 'This event'}>
          {EDITING.map(([command, icon]) => (
            <CommandButton key={command} command={command} icon={icon} hint />
          ))}
          <Menu label="Wrap" members={larger} />
        </fieldset>
      </div>
    </div>
  );
}
