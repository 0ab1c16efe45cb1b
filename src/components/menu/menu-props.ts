import type { Command } from '../../app/command/command.ts';

export interface MenuProps {
  readonly label: string;
  /** Accessible name, where it says more than the label. */
  readonly name?: string;
  readonly members: readonly Command[];
  /** The entries are program text. */
  readonly code?: boolean;
}

export interface ChoiceMenuProps {
  /** Id of a command with choices. */
  readonly command: string;
  /** The current choice, on the button. */
  readonly label: string;
}
