import { describe, expect, test } from 'vitest';
import { createDocument } from '../document/document.ts';
import { stateOf } from '../testing.ts';
import { describeSnapshot, isOwnWork, titleOfSnapshot } from './describe-snapshot.ts';

const documentOf = (text: string, title: string | null = null) => ({
  document: { ...stateOf('enable; disable').document, text, title },
});

describe('a document without a title is called by its first events', () => {
  test.each([
    ['enable; disable', 'enable; disable'],
    ['  \n enable ;\n\n ; disable ; ', 'enable; disable'],
    ['a; b; c; d', 'a; b; c; d'],
    ['a; b; c; d; e', 'a; b; c; d …'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
  ])('%j: %s', (text, title) => {
    expect(titleOfSnapshot(documentOf(text))).toBe(title);
  });
});

test('a document with a title is called by it', () => {
  expect(titleOfSnapshot(documentOf('enable', 'mine'))).toBe('mine');
});

test('a description has the beginning of a program that has a title', () => {
  const about = (text: string, title: string | null) => describeSnapshot(documentOf(text, title));
  expect(about('enable; disable', 'mine')).toBe('v6, arm64 7.0, 2 events: enable; disable');
  expect(about('enable; disable', null)).toBe('v6, arm64 7.0, 2 events');
  expect(about(' \n', 'mine')).toBe('v6, arm64 7.0, 2 events');
});

test('whatever no scenario has is own work', () => {
  const { program, setup } = stateOf('enable; sleep; disable').document;
  expect(isOwnWork({ document: createDocument(program, setup, null) })).toBe(true);
});
