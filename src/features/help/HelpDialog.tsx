import { GROUPS } from '../../app/command/command.ts';
import { commands } from '../../app/commands/index.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { GROUP_HEADINGS } from '../../components/group-headings.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { KeysLine } from './KeysLine.tsx';
import { Legend } from './Legend.tsx';

/** Every command that a key can do, with its keys, from the registry that the keys themselves are looked up in. */
export default function HelpDialog() {
  return (
    <>
      <div className="dialog-line">
        <LetterKeys />
        <CommandButton command="reset-keys" label="All keys as they were" />
        <CommandButton command="palette" label="All commands, by name" className="button-link" />
        <CommandButton command="modelled" label="What is modelled" className="button-link" />
        {import.meta.env.MODE === 'production' && <OneFile />}
      </div>
      <Legend />
      <div className="keys">
        {GROUPS.map((group) => (
          <section key={group} className="keys-group">
            <h3>{GROUP_HEADINGS[group]}</h3>
            <ul>
              {commands.all
                .filter((command) => command.group === group && !command.needsChoice)
                .map((command) => (
                  <KeysLine key={command.id} command={command} />
                ))}
            </ul>
          </section>
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
