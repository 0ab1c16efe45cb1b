import { DropdownMenu } from 'radix-ui';
import type { Command } from '../../app/command/command.ts';
import { useActions, useApp } from '../hooks/context.ts';
import { KeyHint } from '../KeyHint.tsx';
import { MenuFrame } from './MenuFrame.tsx';
import type { MenuProps } from './menu-props.ts';

/** A menu of commands. */
export default function MenuBox({ label, name, members, code = false }: MenuProps) {
  return (
    <MenuFrame label={label} name={name}>
      {members.map((command) => (
        <Item key={command.id} command={command} code={code} />
      ))}
    </MenuFrame>
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
      {!command.only && <KeyHint command={command.id} className="menu-key" />}
      {possible !== true && <span className="menu-note">{possible}</span>}
    </DropdownMenu.Item>
  );
}
