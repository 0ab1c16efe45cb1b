import { lazyComponent } from '../lazy-component.tsx';
import { WaitingMenu } from './Menu.tsx';
import type { ChoiceMenuProps } from './menu-props.ts';

const ChoiceMenuBox = lazyComponent(() => import('./ChoiceMenuBox.tsx'));

/** The choices of a command behind a button that shows the current one. */
export const ChoiceMenu = (props: ChoiceMenuProps) => (
  <ChoiceMenuBox {...props} fallback={<WaitingMenu label={props.label} />} />
);
