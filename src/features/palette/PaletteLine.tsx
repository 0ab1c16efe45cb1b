import { Command as Box } from 'cmdk';
import type { PaletteEntry } from '../../app/command/palette.ts';
import { GROUP_HEADINGS } from '../../components/group-headings.ts';
import { Icon } from '../../components/Icon.tsx';
import { KeyHint } from '../../components/KeyHint.tsx';

interface Props {
  readonly entry: PaletteEntry;
  /** Where it stands; the same entry may stand among the last used and in its group. */
  readonly place: string;
  onRun(): void;
}

/** A line of the palette. What cannot be done now can be reached all the same, so that its reason can be read. */
export function PaletteLine({ entry, place, onRun }: Props) {
  const { id, command, args, title, note, group, possible, chosen } = entry;
  const quiet = possible === true ? note : possible;
  return (
    <Box.Item
      className="finder-line"
      data-refused={possible !== true || undefined}
      value={`${place} ${id}`}
      onSelect={onRun}
    >
      {chosen && (
        <span className="menu-tick">
          <Icon name="check" />
        </span>
      )}
      <span className="finder-title">
        {title}
        {chosen && <span className="visually-hidden"> (current)</span>}
      </span>
      {place !== 'group' && <span className="finder-group">{GROUP_HEADINGS[group]}</span>}
      {args === undefined && <KeyHint command={command} />}
      {quiet !== '' && <span className="menu-note finder-note">{quiet}</span>}
    </Box.Item>
  );
}
