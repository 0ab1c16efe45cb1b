import type { Args } from '../state/command-arguments.ts';
import type { AppState } from '../state/state.ts';
import type { Command, Group } from './command.ts';

/** An entry of the command palette: a command, or a command with one of its choices. */
export interface PaletteEntry {
  /** The id of the command, followed by a slash and the id of the choice. */
  readonly id: string;
  readonly command: string;
  readonly args: Args | undefined;
  readonly title: string;
  /** A secondary line; empty for none. */
  readonly note: string;
  readonly group: Group;
  /** True, or why it is impossible now. */
  readonly possible: true | string;
  /** Whether this is the present state. */
  readonly chosen: boolean;
}

/** All entries of the palette, judged as if the palette were closed. */
export function listPaletteEntries(commands: readonly Command[], shown: AppState): readonly PaletteEntry[] {
  const state = { ...shown, dialog: null };
  return commands.flatMap((command) => {
    const { id, title, group, needsChoice, choices } = command;
    const own: PaletteEntry = {
      ...{ id, command: id, args: undefined, title, note: '', group, chosen: false },
      possible: needsChoice || command.when(state),
    };
    const each = (choices?.(state) ?? []).map((choice): PaletteEntry => {
      const args = { choice: choice.id };
      return {
        ...{
          id: `${id}/${choice.id}`,
          command: id,
          args,
          title: `${title}: ${choice.title}`,
          note: choice.note,
          group,
        },
        chosen: choice.chosen,
        possible: command.when(state, args),
      };
    });
    return needsChoice ? each : [own, ...each];
  });
}

/**
 * The entries that match a query, best first: every word of the query is part of a word of the title, the note or the id.
 * Among equal matches the recently used ones come first.
 */
export function matchEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly PaletteEntry[] {
  const words = wordsOf(query);
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, words);
    const used = recent.indexOf(entry.id);
    return rank === null ? [] : [{ entry, rank, used: used < 0 ? recent.length : used }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.used - b.used).map(({ entry }) => entry);
}

/** The recently used entries, newest first. */
export const recentEntries = (entries: readonly PaletteEntry[], recent: readonly string[]): readonly PaletteEntry[] =>
  recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[^\s:,/]+/g) ?? [];

/** Ranks a match: 0 for the head of the title, higher for worse places; null if a word is missing. */
function rankOf({ title, note, id }: PaletteEntry, words: readonly string[]): number | null {
  const head = wordsOf(title).join(' ');
  if (head.startsWith(words.join(' '))) return 0;
  const places = words.map((word) => {
    if (` ${head}`.includes(` ${word}`)) return 1;
    if (head.includes(word)) return 2;
    return ` ${note.toLowerCase()} ${id.replace(/[/-]/g, ' ')}`.includes(` ${word}`) ? 3 : null;
  });
  return places.reduce<number | null>(
    (worst, place) => (worst === null || place === null ? null : Math.max(worst, place)),
    1,
  );
}
