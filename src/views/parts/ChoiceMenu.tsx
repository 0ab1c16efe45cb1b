import { fetched } from './fetched.tsx';
import { WaitingMenu } from './Menu.tsx';

export interface ChoiceMenuProps {
  /** Id of a command with choices. */
  readonly command: string;
  /** What is chosen, on the button. */
  readonly label: string;
}

const ChoiceMenuBox = fetched(() => import('./ChoiceMenuBox.tsx'));

/** The choices of a command behind one button that says which is chosen. */
export const ChoiceMenu = (props: ChoiceMenuProps) => (
  <ChoiceMenuBox {...props} until={<WaitingMenu label={props.label} />} />
);
