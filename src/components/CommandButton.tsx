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
  /** Shown instead of the label, which becomes the accessible name. */
  readonly icon?: IconName;
  /** Label, where it differs from the command's title. */
  readonly label?: string;
  /** Detail for the tooltip: what would be undone. */
  readonly more?: string | undefined;
  readonly className?: string;
  /** For toggle buttons. */
  readonly pressed?: boolean | undefined;
  /** Also shows the command's first key, or a space of the same height. */
  readonly hint?: boolean;
}

/** A command as a button. A command that is unavailable stays visible and says why. */
export function CommandButton({ command: id, args, icon, label, more, className = '', pressed, hint }: Props) {
  const { perform } = useActions();
  const command = commands.get(id);
  const possible = useApp((state) => command.when(state, args));
  const name = label ?? command.title;
  const [first] = useKeysOf(id);
  const key = command.only && !hint ? undefined : first;
  const [along] = command.timelineKeys ?? [];
  const keys = key && (along ? `${keyLabel(key)}, in the timeline ${keyLabel(along)}` : keyLabel(key));
  const tip = possible === true ? `${name}${more ? `: ${more}` : ''}` : `${name}: ${possible}`;
  return (
    <button
      type="button"
      className={`button ${icon ? 'button-icon' : ''} ${className}`}
      data-command={id}
      data-tip={possible === true && keys ? `${tip} (${keys})` : tip}
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
