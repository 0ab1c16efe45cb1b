import { Command as Box } from 'cmdk';
import { use, useEffect, useEffectEvent } from 'react';
import { GROUPS } from '../../app/command/command.ts';
import { listPaletteEntries, matchEntries, type PaletteEntry, recentEntries } from '../../app/command/palette.ts';
import { commands } from '../../app/commands/index.ts';
import { GROUP_HEADINGS } from '../../components/group-headings.ts';
import { useApp } from '../../components/hooks/context.ts';
import { useFocus } from '../../components/hooks/use-focus.ts';
import { TypeAheadContext } from '../../components/type-ahead.ts';
import { FinderField } from './FinderField.tsx';
import { PaletteLine } from './PaletteLine.tsx';
import { useFinder } from './use-finder.ts';

/** Searches all commands by name; Enter runs the highlighted one. */
export default function PaletteDialog() {
  const ahead = use(TypeAheadContext);
  const state = useApp((now) => now);
  const input = useFocus<HTMLInputElement>();
  const finder = useFinder(ahead.text);
  const { query, run } = finder;
  const entries = listPaletteEntries(commands.all, state);
  const runFirst = useEffectEvent(() => {
    const [entry] = matchEntries(entries, query, state.recent);
    if (entry) run(entry);
  });
  useEffect(() => {
    if (ahead.entered) runFirst();
  }, [ahead]);
  const lineOf = (entry: PaletteEntry, place: string) => (
    <PaletteLine key={entry.id} entry={entry} place={place} onRun={() => run(entry)} />
  );
  return (
    <Box className="finder" label="Search all commands" shouldFilter={false} vimBindings={false} loop>
      <FinderField input={input} placeholder="undo, revision v4, scenario, problem …" finder={finder} />
      <Box.List className="finder-list" label="Commands">
        <Box.Empty className="finder-empty">No matching command.</Box.Empty>
        {query.trim() === '' ? (
          <Everything entries={entries} recent={recentEntries(entries, state.recent)} lineOf={lineOf} />
        ) : (
          matchEntries(entries, query, state.recent).map((entry) => lineOf(entry, 'found'))
        )}
      </Box.List>
    </Box>
  );
}

interface EverythingProps {
  readonly entries: readonly PaletteEntry[];
  readonly recent: readonly PaletteEntry[];
  lineOf(entry: PaletteEntry, place: string): React.ReactNode;
}

/** Recently used commands, then all by group. */
const Everything = ({ entries, recent, lineOf }: EverythingProps) => (
  <>
    {recent.length > 0 && (
      <Box.Group heading="Recently used">{recent.map((entry) => lineOf(entry, 'recent'))}</Box.Group>
    )}
    {GROUPS.map((group) => (
      <Box.Group key={group} heading={GROUP_HEADINGS[group]}>
        {entries.filter((entry) => entry.group === group).map((entry) => lineOf(entry, 'group'))}
      </Box.Group>
    ))}
  </>
);
