import { describe, expect, test } from 'vitest';
import { parseProgram } from './parse.ts';
import { WORD_HELP } from './word-help.ts';
import { EVENT_WORDS } from './words.ts';

test('every word that an event begins with is explained', () => {
  expect(Object.keys(WORD_HELP)).toEqual(expect.arrayContaining([...EVENT_WORDS]));
});

describe.each(Object.entries(WORD_HELP))('%s', (word, { form, says }) => {
  test('the word is explained in one sentence', () => {
    expect(says).toMatch(/^[A-Z][^.]*\.$/);
    expect(form).toContain(word);
  });

  test.each(form.split(' · '))('%s can be written', (example) => {
    const written = example.replace('{ … }', '{ }');
    const read = parseProgram(written);
    expect(read.ok ? [] : read.error).toEqual([]);
  });
});
