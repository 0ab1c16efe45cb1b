import { type Command, GROUPS, type Group } from '../app/command.ts';
import { commands } from '../app/commands/index.ts';
import { useActions, useApp } from './context.ts';
import { CommandButton } from './parts/CommandButton.tsx';
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
  return (
    <>
      <div className="dialog-line">
        <LetterKeys />
        <CommandButton command="modelled" label="What is modelled" className="button-link" />
        {import.meta.env.MODE === 'production' && <OneFile />}
      </div>
      <div className="keys">
        {GROUPS.map((group) => (
          <Keys key={group} heading={HEADINGS[group]} members={commands.all.filter((one) => one.group === group)} />
        ))}
      </div>
    </>
  );
}

/** It lies beside the served page, and only there. */
const OneFile = () => (
  <a className="button-link" href="lazy-mmu-visualiser.html" download>
    The page as one file
  </a>
);

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
