import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Program, Setup } from '../../engine/model.ts';
import { setupOf } from '../../engine/setup/world.ts';
import { measure } from '../../layout/testing.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { readSvg, textsIn } from '../../picture/testing.ts';
import { createDocument } from '../document/document.ts';
import { createInitialState } from '../document/open-request.ts';
import { setArchitectureVisible } from '../navigation/architectures.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import { DEFAULT_PREFERENCES } from '../storage/preferences.ts';
import { LOCAL, PUBLIC, stateOf } from '../testing.ts';
import { pictureOf, SUBJECTS, type Subject } from './picture.ts';

const at = (subject: Subject, theme: 'light' | 'dark' = 'light') =>
  ({ subject, theme, address: PUBLIC, measure }) as const;

/** A findings, pauses, an interrupt, a store that waits. */
const RICH = 'enable; set k1; pause; irq { enable; disable }; resume; disable; disable';

test.each(SUBJECTS)('the picture of the %s matches its snapshot', (subject) => {
  expect(pictureOf(stateOf(RICH, 9), at(subject)).svg).toMatchSnapshot();
});

test('the dark picture of several architectures matches its snapshot', () => {
  const state = stateOf('set 1; touch 1; enable; clear 1; touch 1; disable', 5, { backend: 'xen-pv', capacity: 2 });
  const both = applyTransaction(state, setArchitectureVisible(state, { backend: 'arm64', era: '7.0' }, true));
  expect(pictureOf(both, at('timeline', 'dark')).svg).toMatchSnapshot();
});

test('the file name says what a picture shows, and the caption has setup and link', () => {
  const picture = pictureOf(stateOf('enable; disable', 2), at('timeline', 'dark'));
  expect(picture.name).toBe('lazy-mmu-timeline-v6-arm64-7.0-step-2-dark');
  const texts = textsIn(readSvg(picture.svg)).map(({ text }) => text);
  expect(texts).toContain('Revision: v6, mainline 7.0 and 7.1 · Architecture: arm64 (7.0)');
  expect(texts).toContain('https://host.example/#1/v6/arm64-7.0/ED/2');
  expect(picture.description).toContain('event 2: disable; arch_leave()');
});

test('a picture says what it omits', () => {
  const notes = (text: string, row: number, subject: Subject = 'timeline') =>
    textsIn(readSvg(pictureOf(stateOf(text, row), at(subject)).svg)).map((one) => one.text);
  expect(notes('repeat 50 { enable; disable }', 100)).toContain('Steps 41 to 100 of 100.');
  expect(notes('set 0..40', 1, 'pages')).toContain('24 of 41 pages, changed ones first.');
  expect(notes('set 0..40', 0, 'pages')).toContain('No pages used yet.');
  expect(notes('enable', 0, 'step')).toContain('Before the first step');
  const words = Array.from({ length: 60 }, (_, i) => `note "${'long'.repeat(20)}${i}"`).join('; ');
  expect(notes(words, 1).at(-1)).toMatch(/^The link has \d+ characters; it is in the description of the SVG\.$/);
});

const SETUPS: readonly Partial<Setup>[] = [
  {},
  { revision: 'v3', checks: 'off', panicOnWarn: true },
  { revision: 'pre', backend: 'xen-pv', era: '6.19' },
  { backend: 'powerpc-hash', capacity: 2 },
  { revision: 'v7.2-ptes', backend: 's390', era: 's390' },
];

const anyState = fc
  .record({
    program: fc.oneof(arbitraryProgram(), arbitraryCalls({ maxLength: 70 })),
    setup: fc.constantFrom(...SETUPS),
    title: fc.option(fc.string({ unit: 'binary', maxLength: 200 })),
    row: fc.nat(20),
    moment: fc.option(fc.nat(3)),
  })
  .map(({ program, setup, title, row, moment }) => stateWith(program, setup, { title, row, moment }));

function stateWith(
  program: Program,
  setup: Partial<Setup>,
  { title, row, moment }: { title: string | null; row: number; moment: number | null },
) {
  const document = createDocument(program, setupOf(setup), title);
  return createInitialState({ document, row, moment }, DEFAULT_PREFERENCES);
}

test('every picture is well-formed, and its texts overlap neither each other nor the edges', () => {
  forAll(fc.tuple(anyState, fc.constantFrom(...SUBJECTS)), ([state, subject]) => {
    const { svg, width, height } = pictureOf(state, at(subject));
    const texts = textsIn(readSvg(svg));
    for (const { text, left, right, top, bottom } of texts) {
      expect([text, left >= 0, right <= width, top >= 0, bottom <= height]).toEqual([text, true, true, true, true]);
    }
    for (const [i, a] of texts.entries()) {
      const over = texts.find(
        (b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      );
      expect(over && [a, over]).toBeUndefined();
    }
  });
});

test.each(SUBJECTS)('a picture of the %s from a local page names no local address', (subject) => {
  const { svg, description } = pictureOf(stateOf(RICH, 9), { ...at(subject), address: LOCAL });
  expect(svg).toContain('#1/v6/arm64-7.0/');
  expect(svg + description).not.toMatch(/file:|somebody/);
});
