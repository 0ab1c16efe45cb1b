import { DropdownMenu } from 'radix-ui';
import { commands } from '../../app/commands/index.ts';
import { useActions, useApp } from '../hooks/context.ts';
import { Icon } from '../Icon.tsx';
import { MenuFrame } from './MenuFrame.tsx';
import type { ChoiceMenuProps } from './menu-props.ts';

/** A menu of a command's choices. */
export default function ChoiceMenuBox({ command, label }: ChoiceMenuProps) {
  const { title } = commands.get(command);
  return (
    <MenuFrame label={label} name={`${title}: ${label}`}>
      <Choices command={command} />
    </MenuFrame>
  );
}

/** Computes the choices only while the menu is open. */
function Choices({ command: id }: { command: string }) {
  const { perform } = useActions();
  const command = commands.get(id);
  const state = useApp((now) => now);
  const choices = command.choices?.(state) ?? [];
  return (
    <DropdownMenu.RadioGroup
      aria-label={command.title}
      value={choices.find(({ chosen }) => chosen)?.id ?? ''}
      onValueChange={(choice) => perform(id, { choice })}
    >
      {choices.map(({ id: choice, title, note }) => (
        <DropdownMenu.RadioItem key={choice} className="menu-item" value={choice} textValue={title}>
          <DropdownMenu.ItemIndicator className="menu-tick">
            <Icon name="check" />
          </DropdownMenu.ItemIndicator>
          <span>{title}</span>
          {note && <span className="menu-note">{note}</span>}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
