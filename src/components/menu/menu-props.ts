import type { Command } from '../../app/command/command.ts';

export interface MenuProps {
  readonly label: string;
  /** What the button is called where its label is short for it. */
  readonly name?: string;
  readonly members: readonly Command[];
  /** Its entries could stand in a program. */
  readonly code?: boolean;
}

export interface ChoiceMenuProps {
  /** Id of a command with choices. */
  readonly command: string;
  /** What is chosen, on the button. */
  readonly label: string;
}
