import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { type Command, GROUPS, type Group } from '../app/command.ts';
import { commands } from '../app/commands/index.ts';
import { useActions, useApp } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { keyLabel } from './parts/key-label.ts';

const HEADINGS: Readonly<Record<Group, string>> = {
  step: 'Going through the program',
  add: 'Adding events',
  edit: 'Changing the program',
  share: 'Taking it away',
  page: 'The page',
};

/** Every key of every command, from the registry that the keys themselves are looked up in. */
export default function HelpDialog() {
  const { perform } = useActions();
  // There is no trigger to give the focus back to: a key may have opened it from anywhere.
  const [from] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && perform('help')}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content
          className="dialog"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (from instanceof HTMLElement) from.focus();
          }}
        >
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">Keys</Dialog.Title>
            <Dialog.Close className="button button-bare button-icon" aria-label="Close">
              <Icon name="remove" />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">
            They work wherever no text is being edited. A click on a column of the timeline goes there; a click between
            two columns puts the caret there. Everything happens in this page, and nothing is sent anywhere.
          </Dialog.Description>
          <LetterKeys />
          <div className="keys">
            {GROUPS.map((group) => (
              <Keys key={group} heading={HEADINGS[group]} members={commands.all.filter((one) => one.group === group)} />
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function LetterKeys() {
  const on = useApp((state) => state.letterKeys);
  const { perform } = useActions();
  return (
    <label className="choice">
      <input type="checkbox" checked={on} onChange={() => perform('letter-keys')} />
      Keys without Ctrl or Alt work
    </label>
  );
}

const Keys = ({ heading, members }: { heading: string; members: readonly Command[] }) => (
  <section className="keys-group">
    <h3>{heading}</h3>
    <dl>
      {members
        .filter(({ keys }) => keys.length > 0)
        .map(({ id, title, keys, insertOnly }) => (
          <div key={id} className="keys-line">
            <dt>
              {title}
              {insertOnly && <span className="keys-when"> · in insert mode</span>}
            </dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className="cap">
                  {keyLabel(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  </section>
);
