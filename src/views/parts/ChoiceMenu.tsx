import { lazy, Suspense } from 'react';
import { WaitingMenu } from './Menu.tsx';

export interface ChoiceMenuProps {
  /** Id of a command with choices. */
  readonly command: string;
  /** What is chosen, on the button. */
  readonly label: string;
}

const ChoiceMenuBox = lazy(() => import('./ChoiceMenuBox.tsx'));

/** The choices of a command behind one button that says which is chosen. */
export const ChoiceMenu = (props: ChoiceMenuProps) => (
  <Suspense fallback={<WaitingMenu label={props.label} />}>
    <ChoiceMenuBox {...props} />
  </Suspense>
);
