import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lightLines, litLines } from './light-lines.ts';

/** What is lit of a text when its current event begins at an offset; the line's own light as an empty text. */
function lit(doc: string, start: number | null, current = 1): string[] {
  const begun = EditorState.create({ doc, extensions: [litLines] });
  const { state } = begun.update({ effects: lightLines.of({ current, start, caret: null }) });
  const found: string[] = [];
  state.field(litLines).between(0, doc.length, (from, to) => {
    found.push(doc.slice(from, to));
  });
  return found;
}

test('a line with one event is lit as a line', () => {
  expect(lit('enable', null)).toEqual(['']);
});

test('of a line with several events that of the step is lit', () => {
  const text = 'enable; set k1 ; disable # "a"';
  expect(lit(text, 0)).toEqual(['', 'enable']);
  expect(lit(text, 8)).toEqual(['', 'set k1']);
  expect(lit(text, 17)).toEqual(['', 'disable']);
});

test('what has a body is lit up to it, and its end is a brace', () => {
  const text = 'irq { set k1 }; note "a; b"';
  expect(lit(text, 0)).toEqual(['', 'irq']);
  expect(lit(text, 6)).toEqual(['', 'set k1']);
  expect(lit(text, 13)).toEqual(['', '}']);
  expect(lit(text, 16)).toEqual(['', 'note "a; b"']);
});
