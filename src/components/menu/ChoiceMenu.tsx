import { fetched } from '../lazy-component.tsx';
import { WaitingMenu } from './Menu.tsx';
import type { ChoiceMenuProps } from './menu-props.ts';

const ChoiceMenuBox = fetched(() => import('./ChoiceMenuBox.tsx'));

/** The choices of a command behind one button that says which is chosen. */
export const ChoiceMenu = (props: ChoiceMenuProps) => (
  <ChoiceMenuBox {...props} until={<WaitingMenu label={props.label} />} />
);
