import type { ReactNode } from 'react';
import type { Command } from '../../app/command.ts';
import { fetched } from './fetched.tsx';
import { Icon } from './Icon.tsx';

export interface MenuProps {
  readonly label: string;
  /** What the button is called where its label is short for it. */
  readonly name?: string;
  readonly members: readonly Command[];
  /** Its entries could stand in a program. */
  readonly code?: boolean;
}

const MenuBox = fetched(() => import('./MenuBox.tsx'));

/** Commands that are seldom wanted, behind one button. */
export const Menu = (props: MenuProps) => <MenuBox {...props} until={<WaitingMenu label={props.label} />} />;

/** The button of a menu that has not come yet. */
export const WaitingMenu = ({ label }: { label: ReactNode }) => (
  <button type="button" className="button" aria-disabled="true">
    {label}
    <Icon name="chevron" />
  </button>
);
