import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { fetched } from '../lazy-component.tsx';
import type { MenuProps } from './menu-props.ts';

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
