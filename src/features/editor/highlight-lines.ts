import { RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Lines of the text (from 1) that the page refers to; null for none. */
interface LineMarks {
  /** The line of the current step. */
  readonly current: number | null;
  /** The offset at which its event begins, if it shares the line with others. */
  readonly start: number | null;
  /** New events are inserted after this line; 0 is before the first one. */
  readonly caret: number | null;
}

export const setLineMarks = StateEffect.define<LineMarks>();

/** Highlights the line of the current step, and underlines the one after which new events are inserted. */
export const highlightedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setLineMarks)) next = decorationsOf(effect.value, transaction.state.doc);
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
/** For a line with several events, of which only that of the step is highlighted. */
const SHARED = Decoration.line({ attributes: { 'aria-current': 'step' } });
const CURRENT_EVENT = Decoration.mark({ class: 'line-current' });
const CURRENT_NUMBER = new (class extends GutterMarker {
  override elementClass = 'line-current-number';
})();
const CARET_AFTER = Decoration.line({ class: 'line-caret' });
const CARET_FIRST = Decoration.line({ class: 'line-caret-first' });

/** An event within a line, up to its end or its body; or the brace that closes a body. */
const EVENT = /^(?:\}|(?:"(?:[^"\\]|\\.)*"?|[^;{}#"\r\n])+)/;
/** Longer events are highlighted in part: a line can be as long as a text. */
const MAX_EVENT_LENGTH = 400;

function eventAt(start: number, text: Text): { readonly from: number; readonly to: number } {
  const from = Math.min(start, text.length);
  const [event = ''] = EVENT.exec(text.sliceString(from, from + MAX_EVENT_LENGTH)) ?? [];
  return { from, to: from + event.trimEnd().length };
}

function decorationsOf({ current, start, caret }: LineMarks, text: Text): DecorationSet {
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
