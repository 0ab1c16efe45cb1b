import { Command as Box } from 'cmdk';
import { useEffect, useRef } from 'react';
import { entriesOf, matching } from '../../app/command/palette.ts';
import { commands } from '../../app/commands/index.ts';
import { insideSteppedTo, placeInWords } from '../../app/navigation/inside.ts';
import type { AppState } from '../../app/state/state.ts';
import { useApp } from '../../components/hooks/context.ts';
import { printRow } from '../../notation/text/print.ts';
import { FinderField } from '../palette/FinderField.tsx';
import { PaletteLine } from '../palette/PaletteLine.tsx';
import { useFinder } from '../palette/use-finder.ts';

const adding = commands.all.filter(({ group, id }) => group === 'add' && id !== 'insert-mode');

/** Every event that can be put where the caret is, by its name. */
export default function AddDialog() {
  const state = useApp((now) => now);
  const input = useRef<HTMLInputElement>(null);
  const finder = useFinder('');
  const { query, run } = finder;
  // A finger would get a keyboard over the list.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) input.current?.focus();
  }, []);
  return (
    <Box className="finder" label="Search events" shouldFilter={false} vimBindings={false} loop>
      <FinderField input={input} placeholder={placeOf(state)} finder={finder} />
      <Box.List className="finder-list" label="Events">
        <Box.Empty className="finder-empty">No event is called that.</Box.Empty>
        {matching(entriesOf(adding, state), query, []).map((entry) => (
          <PaletteLine key={entry.id} entry={entry} place="group" onRun={() => run(entry)} />
        ))}
      </Box.List>
    </Box>
  );
}

/** Where it would go: `after row 5, disable`. */
function placeOf(state: AppState): string {
  const inside = insideSteppedTo(state);
  if (inside) return placeInWords(inside);
  const row = state.trace.rows.at(state.caret - 1);
  return row ? `after row ${row.number}, ${printRow(row.event, row.part)}` : 'before the first row';
}
