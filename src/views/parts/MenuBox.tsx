import { DropdownMenu } from 'radix-ui';
import type { Command } from '../../app/command.ts';
import { useActions, useApp } from '../context.ts';
import { Icon } from './Icon.tsx';
import { KeyHint } from './KeyHint.tsx';
import type { MenuProps } from './Menu.tsx';

/** A menu and its button. It stays where it is in the page, so that it is part of its region. Loaded by itself. */
export default function MenuBox({ label, name, members, code = false }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button" aria-label={name} data-tip={name}>
        {label}
        <Icon name="chevron" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" sideOffset={4} collisionPadding={8}>
        {members.map((command) => (
          <Item key={command.id} command={command} code={code} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function Item({ command, code }: { command: Command; code: boolean }) {
  const { perform } = useActions();
  const possible = useApp((state) => command.when(state));
  return (
    <DropdownMenu.Item
      className={code ? 'menu-item menu-item-code' : 'menu-item'}
      disabled={possible !== true}
      onSelect={() => perform(command.id)}
    >
      {command.title}
      {!command.insertOnly && <KeyHint command={command.id} className="menu-key" />}
      {possible !== true && <span className="menu-note">{possible}</span>}
    </DropdownMenu.Item>
  );
}
