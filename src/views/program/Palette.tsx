import { DropdownMenu } from 'radix-ui';
import type { Command } from '../../app/command.ts';
import { commands } from '../../app/commands/index.ts';
import { useActions, useApp } from '../context.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { keyLabel } from '../parts/key-label.ts';

/** What is wanted often stands on a button of its own; all the rest is behind "more". */
const OFTEN: readonly string[] = [
  'add-enable',
  'add-disable',
  'add-pause',
  'add-resume',
  'add-set',
  'add-clear',
  'add-touch',
  'add-read',
  'add-irq',
  'add-switch',
  'add-sleep',
  'add-note',
];

const adding = commands.all.filter(({ group, id }) => group === 'add' && id !== 'insert-mode');
const often = adding.filter(({ id }) => OFTEN.includes(id));
const seldom = adding.filter(({ id }) => !OFTEN.includes(id));
/** Changes of more than one row; the others stand under the timeline. */
const LARGER: readonly string[] = ['insert-irq-inside', 'wrap-section', 'wrap-pause', 'wrap-irq', 'complete-pairs'];
const larger = commands.all.filter(({ id }) => LARGER.includes(id));

/** Buttons that add an event behind the caret. */
export function Palette() {
  const inserting = useApp((state) => state.inserting);
  return (
    <div className="palette">
      <div className="panel-head">
        <h3 className="panel-title">Add at the caret</h3>
        <CommandButton command="insert-mode" label="by letters" className="panel-note" pressed={inserting} hint />
      </div>
      <div className="palette-buttons">
        {often.map((command) => (
          <CommandButton
            key={command.id}
            command={command.id}
            className="button-code"
            hint={inserting && command.keys.length > 0}
          />
        ))}
        <More />
      </div>
    </div>
  );
}

const More = () => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger className="button">
      more
      <Icon name="chevron" />
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu" sideOffset={4} collisionPadding={8}>
        <DropdownMenu.Label className="menu-heading">Add at the caret</DropdownMenu.Label>
        {seldom.map((command) => (
          <Item key={command.id} command={command} code />
        ))}
        <DropdownMenu.Label className="menu-heading">Change this row</DropdownMenu.Label>
        {larger.map((command) => (
          <Item key={command.id} command={command} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);

function Item({ command, code = false }: { command: Command; code?: boolean }) {
  const { perform } = useActions();
  const possible = useApp((state) => command.when(state));
  const key = command.insertOnly ? undefined : command.keys[0];
  return (
    <DropdownMenu.Item
      className={code ? 'menu-item menu-item-code' : 'menu-item'}
      disabled={possible !== true}
      onSelect={() => perform(command.id)}
    >
      {command.title}
      {key && <kbd className="key menu-key">{keyLabel(key)}</kbd>}
      {possible !== true && <span className="menu-note">{possible}</span>}
    </DropdownMenu.Item>
  );
}
