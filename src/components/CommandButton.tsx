import { commands } from '../app/commands/index.ts';
import type { Args } from '../app/state/command-arguments.ts';
import { useActions, useApp } from './hooks/context.ts';
import { useKeysOf } from './hooks/use-keys-of.ts';
import { Icon, type IconName } from './Icon.tsx';
import { keyLabel } from './key-label.ts';

interface Props {
  /** Id of a command. */
  readonly command: string;
  readonly args?: Args;
  /** Shown instead of the words, which become the button's name. */
  readonly icon?: IconName;
  /** What the button says where that is not the command's title. */
  readonly label?: string;
  /** What the tip says more exactly: what would be undone. */
  readonly more?: string | undefined;
  readonly className?: string;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean | undefined;
  /** Shows the command's first key, too; a space of the same height where it has none. */
  readonly hint?: boolean;
}

/** A command as a button. One that cannot be done stays, and says why. */
export function CommandButton({ command: id, args, icon, label, more, className = '', pressed, hint }: Props) {
  const { perform } = useActions();
  const command = commands.get(id);
  const possible = useApp((state) => command.when(state, args));
  const name = label ?? command.title;
  const [first] = useKeysOf(id);
  const key = command.only && !hint ? undefined : first;
  const [along] = command.timelineKeys ?? [];
  const keys = key && (along ? `${keyLabel(key)}, in the timeline ${keyLabel(along)}` : keyLabel(key));
  const told = possible === true ? `${name}${more ? `: ${more}` : ''}` : `${name}: ${possible}`;
  return (
    <button
      type="button"
      className={`button ${icon ? 'button-icon' : ''} ${className}`}
      data-command={id}
      data-tip={possible === true && keys ? `${told} (${keys})` : told}
      aria-label={icon ? name : undefined}
      aria-disabled={possible !== true || undefined}
      aria-description={possible === true ? more : possible}
      aria-pressed={pressed}
      onClick={() => perform(id, args)}
    >
      {icon ? <Icon name={icon} /> : name}
      {hint && (
        <span className="key" aria-hidden="true">
          {key ? keyLabel(key) : ' '}
        </span>
      )}
    </button>
  );
}
