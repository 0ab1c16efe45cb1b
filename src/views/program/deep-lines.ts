import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** So many blanks at the head of a line are shown at most: its words would be out of sight, or lines further down. */
const MOST = 16;

/** Lines that stand deep inside others are drawn to the left, as far as their words can be read. */
export const deepLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = deepIn(view);
    }

    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = deepIn(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function deepIn({ state, visibleRanges }: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      const blanks = line.text.search(/\S/);
      if (blanks > MOST) found.add(line.from, line.from, drawnBack(blanks - MOST));
      at = line.to + 1;
    }
  }
  return found.finish();
}

const drawnBack = (by: number) => Decoration.line({ attributes: { style: `text-indent: -${by}ch` } });
