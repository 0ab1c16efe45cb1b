import { type Range, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** So many blanks at the head of a line are shown at most: its words would be out of sight, or lines further down. */
const MOST = 16;

/** Of lines that stand deep inside others some blanks are not drawn, so that their words can be read. */
export const deepLines = StateField.define<DecorationSet>({
  create: ({ doc }) => Decoration.set(deepIn(doc, 0, doc.length)),
  update(deep, { docChanged, changes, state: { doc } }) {
    if (!docChanged) return deep;
    let next = deep.map(changes);
    changes.iterChangedRanges((_fromOld, _toOld, from, to) => {
      const [first, last] = [doc.lineAt(from).from, doc.lineAt(to).to];
      next = next.update({
        filterFrom: first,
        filterTo: last,
        filter: () => false,
        add: deepIn(doc, first, last),
      });
    });
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function deepIn(doc: Text, from: number, to: number): Range<Decoration>[] {
  const found: Range<Decoration>[] = [];
  let at = from;
  for (const line of doc.iterLines(doc.lineAt(from).number, doc.lineAt(to).number + 1)) {
    const blanks = line.search(/\S/);
    if (blanks > MOST) found.push(LEFT_OUT.range(at, at + blanks - MOST));
    at += line.length + 1;
  }
  return found;
}

const LEFT_OUT = Decoration.replace({});
