import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { lazyComponent } from '../lazy-component.tsx';
import type { MenuProps } from './menu-props.ts';

const MenuBox = lazyComponent(() => import('./MenuBox.tsx'));

/** A menu of less frequent commands. */
export const Menu = (props: MenuProps) => <MenuBox {...props} fallback={<WaitingMenu label={props.label} />} />;

/** The button of a menu that is still loading. */
export const WaitingMenu = ({ label }: { label: ReactNode }) => (
  <button type="button" className="button" aria-disabled="true">
    {label}
    <Icon name="chevron" />
  </button>
);
