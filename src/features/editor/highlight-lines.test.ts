import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { highlightedLines, setLineMarks } from './highlight-lines.ts';

/** The highlighted parts of a text whose current event begins at an offset; the empty text stands for a whole line. */
function highlighted(doc: string, start: number | null, current = 1): string[] {
  const begun = EditorState.create({ doc, extensions: [highlightedLines] });
  const { state } = begun.update({ effects: setLineMarks.of({ current, start, caret: null }) });
  const found: string[] = [];
  state.field(highlightedLines).between(0, doc.length, (from, to) => {
    found.push(doc.slice(from, to));
  });
  return found;
}

test('a line with one event is highlighted as a line', () => {
  expect(highlighted('enable', null)).toEqual(['']);
});

test('in a line with several events, the event of the step is highlighted', () => {
  const text = 'enable; set k1 ; disable # "a"';
  expect(highlighted(text, 0)).toEqual(['', 'enable']);
  expect(highlighted(text, 8)).toEqual(['', 'set k1']);
  expect(highlighted(text, 17)).toEqual(['', 'disable']);
});

test('an event with a body is highlighted up to the body, and its end is the brace', () => {
  const text = 'irq { set k1 }; note "a; b"';
  expect(highlighted(text, 0)).toEqual(['', 'irq']);
  expect(highlighted(text, 6)).toEqual(['', 'set k1']);
  expect(highlighted(text, 13)).toEqual(['', '}']);
  expect(highlighted(text, 16)).toEqual(['', 'note "a; b"']);
});
