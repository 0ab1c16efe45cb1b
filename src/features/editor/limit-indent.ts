import { type Range, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** More leading blanks would push the words of a line out of view, or wrap them onto the next one. */
const MAX_INDENT = 16;

/** Hides leading blanks of deeply nested lines, so that their words can be read. */
export const limitIndent = StateField.define<DecorationSet>({
  create: ({ doc }) => Decoration.set(hiddenIn(doc, 0, doc.length)),
  update(hidden, { docChanged, changes, state: { doc } }) {
    if (!docChanged) return hidden;
    let next = hidden.map(changes);
    changes.iterChangedRanges((_fromOld, _toOld, from, to) => {
      const [first, last] = [doc.lineAt(from).from, doc.lineAt(to).to];
      next = next.update({
        filterFrom: first,
        filterTo: last,
        filter: () => false,
        add: hiddenIn(doc, first, last),
      });
    });
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function hiddenIn(doc: Text, from: number, to: number): Range<Decoration>[] {
  const found: Range<Decoration>[] = [];
  let at = from;
  for (const line of doc.iterLines(doc.lineAt(from).number, doc.lineAt(to).number + 1)) {
    const blanks = line.search(/\S/);
    if (blanks > MAX_INDENT) found.push(HIDDEN.range(at, at + blanks - MAX_INDENT));
    at += line.length + 1;
  }
  return found;
}

const HIDDEN = Decoration.replace({});
