import { useEffect, useRef, useState } from 'react';
import type { Command, Mode } from '../../app/command/command.ts';
import { commands } from '../../app/commands/index.ts';
import { MAX_KEYS } from '../../app/keyboard/bindings.ts';
import { bindKeys } from '../../app/keyboard/rebind.ts';
import { useActions } from '../../components/hooks/context.ts';
import { useKeysOf } from '../../components/hooks/use-keys-of.ts';
import { Icon } from '../../components/Icon.tsx';
import { keyLabel } from '../../components/key-label.ts';
import { KeyCapture } from './KeyCapture.tsx';

/** A command with its keys. Each key can be changed, and more can be added. */
export function KeysLine({ command }: { command: Command }) {
  const { setKeys, store } = useActions();
  const { id, title, only, fixed, timelineKeys = [] } = command;
  const keys = useKeysOf(id);
  /** Index of the key being captured; one past the last to add a key. */
  const [waiting, setWaiting] = useState<number | null>(null);
  const line = useRef<HTMLLIElement>(null);
  const left = useRef<number | null>(null);
  // The pressed button may have been replaced: the one at its index gets the focus back.
  useEffect(() => {
    if (waiting !== null || left.current === null) return;
    const buttons = line.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(left.current, buttons.length - 1)]?.focus();
    left.current = null;
  }, [waiting]);
  const end = (focusBack: boolean) => {
    left.current = focusBack ? waiting : null;
    setWaiting(null);
  };

  return (
    <li ref={line} className="keys-line">
      <span className="keys-name">
        {title}
        {timelineKeys.map((key) => (
          <span key={key} className="keys-when">
            {' '}
            · {keyLabel(key)} in the timeline
          </span>
        ))}
        {only && <span className="keys-when"> · in {MODE_NAMES[only]}</span>}
      </span>
      <span className="keys-own">
        {keys.map((key, place) =>
          fixed ? (
            <kbd key={key} className="cap">
              {keyLabel(key)}
            </kbd>
          ) : (
            <CapButton key={key} label={`Change key ${keyLabel(key)} of ${title}`} onPress={() => setWaiting(place)}>
              <kbd>{keyLabel(key)}</kbd>
            </CapButton>
          ),
        )}
        {!fixed && keys.length < MAX_KEYS && (
          <CapButton label={`Add key for ${title}`} onPress={() => setWaiting(keys.length)}>
            <Icon name="add" />
          </CapButton>
        )}
      </span>
      {waiting !== null && (
        <KeyCapture
          command={command}
          old={keys[waiting] ?? null}
          onKey={(key) => {
            const wanted = keys.toSpliced(waiting, 1, ...(key === null ? [] : [key]));
            setKeys(bindKeys(commands.all, store.getState().keys, command, wanted));
            end(true);
          }}
          onCancel={(by) => end(by === 'escape')}
        />
      )}
    </li>
  );
}

const MODE_NAMES: Readonly<Record<Mode, string>> = { insert: 'insert mode', presentation: 'presentations' };

interface CapButtonProps {
  readonly label: string;
  readonly children: React.ReactNode;
  onPress(): void;
}

const CapButton = ({ label, children, onPress }: CapButtonProps) => (
  <button type="button" className="cap cap-button" aria-label={label} data-tip={label} onClick={onPress}>
    {children}
  </button>
);
