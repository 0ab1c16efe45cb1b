import { useId, useState } from 'react';
import { pressOf } from '../../app/browser/browser.ts';
import type { Command } from '../../app/command/command.ts';
import { commands } from '../../app/commands/index.ts';
import { canBeBound, keyName } from '../../app/keyboard/key.ts';
import { findKeyHolder } from '../../app/keyboard/rebind.ts';
import { useApp } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { keyLabel } from '../../components/key-label.ts';

interface Props {
  readonly command: Command;
  /** The key that another is pressed for; null for one more. */
  readonly old: string | null;
  /** The key that was pressed; null: the old one is to go. */
  onKey(key: string | null): void;
  /** Nothing changes; `by` is whether the focus has gone elsewhere already. */
  onCancel(by: 'escape' | 'blur'): void;
}

/** Waits for a key. One that another command has is taken from it only when the person says so. */
export function KeyCapture({ command, old, onKey, onCancel }: Props) {
  const own = useApp((state) => state.keys);
  const [wanted, setWanted] = useState<string | null>(null);
  const field = useFocus<HTMLInputElement>();
  const id = useId();
  const holder = wanted === null ? null : findKeyHolder(commands.all, own, command, wanted);

  const capture = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const pressed = pressOf(event.nativeEvent);
    if (!pressed || !canBeBound(pressed)) return;
    event.preventDefault();
    const key = keyName(pressed);
    if (key === 'Escape') return;
    if (key === 'Backspace') onKey(null);
    else if (findKeyHolder(commands.all, own, command, key)) setWanted(key);
    else onKey(key);
  };

  return (
    <fieldset
      className="key-capture"
      data-own-escape
      aria-label={`a key for ${command.title}`}
      onKeyDown={(event) => event.key === 'Escape' && onCancel('escape')}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onCancel('blur')}
    >
      <input
        ref={field}
        className="field key-field"
        readOnly
        aria-label={`press a key for ${command.title}`}
        aria-describedby={`${id}-how`}
        value={wanted === null ? '' : keyLabel(wanted)}
        placeholder={old === null ? 'press a key' : `instead of ${keyLabel(old)}`}
        onKeyDown={capture}
      />
      <span id={`${id}-how`} className="key-how" role="status">
        {holder && wanted !== null ? (
          <>
            <kbd>{keyLabel(wanted)}</kbd> is the key of “{holder.title}”. Press another, or
          </>
        ) : (
          `Esc: leave it${old === null ? '' : ' · Backspace: no key any more'}`
        )}
      </span>
      {holder && wanted !== null && !holder.fixed && (
        <button type="button" className="button" onClick={() => onKey(wanted)}>
          take it from there
        </button>
      )}
    </fieldset>
  );
}
