import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMenu } from '../hooks/use-menu.ts';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly label: string;
  /** Accessible name, where it says more than the label. */
  readonly name?: string | undefined;
  readonly children: ReactNode;
}

/** A menu and its button. Not portalled, so that it belongs to its region; not modal. */
export function MenuFrame({ label, name, children }: Props) {
  const { root, trigger } = useMenu();
  return (
    <DropdownMenu.Root {...root}>
      <DropdownMenu.Trigger className="button" aria-label={name} data-tip={name} {...trigger}>
        {label}
        <Icon name="chevron" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" sideOffset={4} collisionPadding={8}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
