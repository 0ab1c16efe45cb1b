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
  /** The key to replace; null to add one. */
  readonly old: string | null;
  /** The pressed key; null removes the old one. */
  onKey(key: string | null): void;
  /** Nothing changes. `by` tells whether the focus has already moved. */
  onCancel(by: 'escape' | 'blur'): void;
}

/** Waits for a key press. A key of another command is reassigned only on request. */
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
      aria-label={`New key for ${command.title}`}
      onKeyDown={(event) => event.key === 'Escape' && onCancel('escape')}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onCancel('blur')}
    >
      <input
        ref={field}
        className="field key-field"
        readOnly
        aria-label={`Press a key for ${command.title}`}
        aria-describedby={`${id}-how`}
        value={wanted === null ? '' : keyLabel(wanted)}
        placeholder={old === null ? 'Press a key' : `Replace ${keyLabel(old)}`}
        onKeyDown={capture}
      />
      <span id={`${id}-how`} className="key-how" role="status">
        {holder && wanted !== null ? (
          <>
            <kbd>{keyLabel(wanted)}</kbd> is already used by “{holder.title}”. Press another key, or
          </>
        ) : (
          `Esc: cancel${old === null ? '' : ' · Backspace: remove this key'}`
        )}
      </span>
      {holder && wanted !== null && !holder.fixed && (
        <button type="button" className="button" onClick={() => onKey(wanted)}>
          Reassign it
        </button>
      )}
    </fieldset>
  );
}
