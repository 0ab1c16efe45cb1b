import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { EVENT_WORDS, HELPERS } from '../../notation/text/words.ts';

/**
 * Colours the visible notation: comments, notes, helpers, other events, pages and numbers, disabled events. The notation has
 * no syntax beyond words, so one pattern replaces a grammar.
 */
export const highlightNotation = ViewPlugin.define(
  (view: EditorView) => {
    let marks: DecorationSet = decorator.createDeco(view);
    return {
      get marks() {
        return marks;
      },
      update(update: ViewUpdate) {
        marks = decorator.updateDeco(update, marks);
      },
    };
  },
  { decorations: (plugin) => plugin.marks },
);

const anyOf = (words: readonly string[]) => words.map((word) => word.replace('-', '\\-')).join('|');

// A kernel name is coloured as its helper; its brackets and semicolon are not.
const PATTERN = new RegExp(
  [
    '(?<comment>#.*)',
    '(?<note>"(?:[^"\\\\]|\\\\.)*"?)',
    '(?<off>~)',
    `(?<helper>\\b(?:lazy_mmu_mode_)?(?:${anyOf(HELPERS)})(?![\\w-]))`,
    '(?<anchor>\\b(?:after|before|write|callback|cpu|mm|raw|range|off|on|64k|huge)(?![\\w-]))',
    `(?<event>\\b(?:${anyOf(EVENT_WORDS)})(?![\\w-]))`,
    '(?<page>\\b[ku]?\\d+(?:\\.\\.[ku]?\\d+)?\\b)',
  ].join('|'),
  'g',
);

const decorator = new MatchDecorator({
  regexp: PATTERN,
  decoration(match) {
    const kind = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name] !== undefined) ?? 'event';
    return Decoration.mark({ class: `word-${kind}` });
  },
});
