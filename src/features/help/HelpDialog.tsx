import { GROUPS } from '../../app/command/command.ts';
import { commands } from '../../app/commands/index.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { GROUP_HEADINGS } from '../../components/group-headings.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { KeysLine } from './KeysLine.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';

/** Lists every command with its keys, from the registry that also dispatches the keys. */
export default function HelpDialog() {
  return (
    <>
      <div className="dialog-line">
        <LetterKeys />
        <CommandButton command="reset-keys" label="Reset shortcuts" />
        <CommandButton command="palette" label="All commands" className="button-link" />
        <CommandButton command="modelled" label="About the model" className="button-link" />
        {import.meta.env.MODE === 'production' && <OneFile />}
      </div>
      <TimelineLegend />
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

/** The one-file build; it exists only beside the served page. */
const OneFile = () => (
  <a className="button-link" href="lazy-mmu-visualiser.html" download>
    Download as one file
  </a>
);

function LetterKeys() {
  const on = useApp((state) => state.letterKeys);
  const { perform } = useActions();
  return (
    <label className="choice">
      <input type="checkbox" checked={on} onChange={() => perform('letter-keys')} />
      Single-letter keys
    </label>
  );
}
