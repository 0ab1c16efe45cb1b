import type { ReactNode } from 'react';
import type { Args } from '../../app/command.ts';
import { commands } from '../../app/commands/index.ts';
import { useActions, useApp } from '../context.ts';
import { Icon, type IconName } from './Icon.tsx';
import { keyLabel } from './key-label.ts';
import { Tip } from './Tip.tsx';

interface Props {
  /** Id of a command. */
  readonly command: string;
  readonly args?: Args;
  /** Shown instead of the words, which become the button's name. */
  readonly icon?: IconName;
  /** What the button says where that is not the command's title. */
  readonly label?: string;
  readonly className?: string;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
  /** Shows the command's first key beneath or beside. */
  readonly hint?: boolean;
  readonly children?: ReactNode;
}

/** A command as a button. One that cannot be done stays, and says why. */
export function CommandButton({ command: id, args, icon, label, className = '', pressed, hint, children }: Props) {
  const { perform } = useActions();
  const command = commands.get(id);
  const possible = useApp((state) => command.when(state, args));
  const name = label ?? command.title;
  const key = command.keys[0];
  const told = possible === true ? [name, key && keyLabel(key)].filter(Boolean).join(' · ') : `${name}: ${possible}`;
  return (
    <Tip text={told}>
      <button
        type="button"
        className={`button ${icon ? 'button-icon' : ''} ${className}`}
        aria-label={icon ? name : undefined}
        aria-disabled={possible !== true || undefined}
        aria-description={possible === true ? undefined : possible}
        aria-pressed={pressed}
        onClick={() => perform(id, args)}
      >
        {icon ? <Icon name={icon} /> : name}
        {children}
        {hint && key && (
          <kbd className="key" aria-hidden="true">
            {keyLabel(key)}
          </kbd>
        )}
      </button>
    </Tip>
  );
}
