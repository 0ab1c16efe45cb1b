import { Command as Box } from 'cmdk';
import { useEffect, useRef } from 'react';
import { listPaletteEntries, matchEntries } from '../../app/command/palette.ts';
import { commands } from '../../app/commands/index.ts';
import { describeCallPosition, insertionInCall } from '../../app/navigation/call-position.ts';
import type { AppState } from '../../app/state/state.ts';
import { useApp } from '../../components/hooks/context.ts';
import { printRow } from '../../notation/text/print.ts';
import { FinderField } from '../palette/FinderField.tsx';
import { PaletteLine } from '../palette/PaletteLine.tsx';
import { useFinder } from '../palette/use-finder.ts';

const insertCommands = commands.all.filter(({ group, id }) => group === 'add' && id !== 'insert-mode');

/** Finds an event by its name and inserts it at the caret. */
export default function InsertDialog() {
  const state = useApp((now) => now);
  const input = useRef<HTMLInputElement>(null);
  const finder = useFinder('');
  const { query, run } = finder;
  // On a touch screen the keyboard would cover the list.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) input.current?.focus();
  }, []);
  return (
    <Box className="finder" label="Search events" shouldFilter={false} vimBindings={false} loop>
      <FinderField input={input} placeholder={describePlace(state)} finder={finder} />
      <Box.List className="finder-list" label="Events">
        <Box.Empty className="finder-empty">No event has this name.</Box.Empty>
        {matchEntries(listPaletteEntries(insertCommands, state), query, []).map((entry) => (
          <PaletteLine key={entry.id} entry={entry} place="group" onRun={() => run(entry)} />
        ))}
      </Box.List>
    </Box>
  );
}

/** Says where the event is inserted: `after event 5, disable`. */
function describePlace(state: AppState): string {
  const inside = insertionInCall(state);
  if (inside) return describeCallPosition(inside);
  const row = state.trace.rows.at(state.caret - 1);
  return row ? `after event ${row.number}, ${printRow(row.event, row.part)}` : 'before the first event';
}
