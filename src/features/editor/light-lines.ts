import { RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Lines of the text (from 1) that the page points at; null for none. */
export interface LitLines {
  /** Of the step that is looked at. */
  readonly current: number | null;
  /** The offset at which its event begins, where it shares its line with others; else null. */
  readonly start: number | null;
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
        if (spec === CURRENT.spec || spec === SHARED.spec) current.push(CURRENT_NUMBER.range(from));
      });
      return RangeSet.of(current);
    }),
  ],
});

const CURRENT = Decoration.line({ class: 'line-current', attributes: { 'aria-current': 'step' } });
/** Of a line with several events only that of the step is lit. */
const SHARED = Decoration.line({ attributes: { 'aria-current': 'step' } });
const CURRENT_EVENT = Decoration.mark({ class: 'line-current' });
const CURRENT_NUMBER = new (class extends GutterMarker {
  override elementClass = 'line-current-number';
})();
const CARET_AFTER = Decoration.line({ class: 'line-caret' });
const CARET_FIRST = Decoration.line({ class: 'line-caret-first' });

/** An event as it stands in a line, up to what ends it or to its body; or the brace that ends a body. */
const EVENT = /^(?:\}|(?:"(?:[^"\\]|\\.)*"?|[^;{}#"\r\n])+)/;
/** No event in sight is longer; a line can be as long as a text. */
const LONGEST = 400;

function eventAt(start: number, text: Text): { readonly from: number; readonly to: number } {
  const from = Math.min(start, text.length);
  const [event = ''] = EVENT.exec(text.sliceString(from, from + LONGEST)) ?? [];
  return { from, to: from + event.trimEnd().length };
}

function decorationsOf({ current, start, caret }: LitLines, text: Text): DecorationSet {
  const at = (line: number) => text.line(Math.min(line, text.lines)).from;
  const ranges = [];
  if (current !== null && current <= text.lines) {
    ranges.push((start === null ? CURRENT : SHARED).range(at(current)));
    const { from, to } = eventAt(start ?? text.length, text);
    if (from < to) ranges.push(CURRENT_EVENT.range(from, to));
  }
  if (caret === 0) ranges.push(CARET_FIRST.range(at(1)));
  else if (caret !== null && caret <= text.lines) ranges.push(CARET_AFTER.range(at(caret)));
  return RangeSet.of(ranges, true);
}
