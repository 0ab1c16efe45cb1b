import { RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Lines of the text (from 1) that the page points at; null for none. */
export interface LitLines {
  /** Of the step that is looked at. */
  readonly current: number | null;
  /** New events go behind it; 0 is before the first line. */
  readonly caret: number | null;
}

export const lightLines = StateEffect.define<LitLines>();

/** Lights the current step's line, and underlines the one behind which new events go. */
export const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lit, transaction) {
    let next = lit.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(lightLines)) next = decorationsOf(effect.value, transaction.state.doc);
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    gutterLineClass.compute([field], (state) => {
      const current: ReturnType<GutterMarker['range']>[] = [];
      state.field(field).between(0, state.doc.length, (from, _to, { spec }) => {
        if (spec === CURRENT.spec) current.push(CURRENT_NUMBER.range(from));
      });
      return RangeSet.of(current);
    }),
  ],
});

const CURRENT = Decoration.line({ class: 'line-current', attributes: { 'aria-current': 'step' } });
const CURRENT_NUMBER = new (class extends GutterMarker {
  override elementClass = 'line-current-number';
})();
const CARET_AFTER = Decoration.line({ class: 'line-caret' });
const CARET_FIRST = Decoration.line({ class: 'line-caret-first' });

function decorationsOf({ current, caret }: LitLines, text: Text): DecorationSet {
  const at = (line: number) => text.line(Math.min(line, text.lines)).from;
  const ranges = [];
  if (current !== null && current <= text.lines) ranges.push(CURRENT.range(at(current)));
  if (caret === 0) ranges.push(CARET_FIRST.range(at(1)));
  else if (caret !== null && caret <= text.lines) ranges.push(CARET_AFTER.range(at(caret)));
  return RangeSet.of(ranges, true);
}
