import { useRef } from 'react';
import { commands } from '../../app/commands/index.ts';
import { bindingsOf } from '../../app/keyboard/bindings.ts';
import { describeCallPosition, insertionInCall } from '../../app/navigation/call-position.ts';
import { CommandButton } from '../../components/CommandButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { useDraggable } from '../../components/hooks/use-dragging.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { Menu } from '../../components/menu/Menu.tsx';

/** Frequent events have a button each; the others are in the menu. */
const FREQUENT: readonly string[] = [
  'add-enable',
  'add-disable',
  'add-pause',
  'add-resume',
  'add-set',
  'add-clear',
  'add-touch',
  'add-read',
  'add-irq',
  'add-switch',
  'add-sleep',
  'add-note',
];

const insertCommands = commands.all.filter(({ group, id }) => group === 'add' && id !== 'insert-mode');
const frequent = insertCommands.filter(({ id }) => FREQUENT.includes(id));
const others = insertCommands.filter(({ id }) => !FREQUENT.includes(id));

/** Buttons that insert an event after the caret. */
export function InsertPalette() {
  const inserting = useApp((state) => state.inserting);
  const inside = useApp((state) => {
    const place = insertionInCall(state);
    return place && describeCallPosition(place);
  });
  const box = useRef<HTMLDivElement>(null);
  useDraggable(
    box,
    '[data-command]',
    ({ dataset }) => (dataset.command ? { command: dataset.command } : null),
    frequent,
  );
  const { keysOf } = useApp(({ keys }) => bindingsOf(commands.all, keys));
  return (
    <div className="palette" data-inside={inside ?? undefined}>
      <div className="panel-head">
        <h3 className="panel-title">{inside === null ? 'Insert at caret' : insertWordBreaks(`Insert ${inside}`)}</h3>
        <CommandButton command="insert-mode" label="Letter keys" className="panel-note" pressed={inserting} hint />
      </div>
      <div ref={box} className="palette-buttons">
        {frequent.map((command) => (
          <CommandButton
            key={command.id}
            command={command.id}
            className="button-code"
            hint={inserting && keysOf(command.id).length > 0}
          />
        ))}
        <Menu label="more" members={others} code />
      </div>
    </div>
  );
}
