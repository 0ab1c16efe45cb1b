import { expect, test } from 'vitest';
import { nearest } from './suggest.ts';
import { EVENT_WORDS } from './words.ts';

test.each([
  ['enabel', 'enable'],
  ['ENABLE', 'enable'],
  ['dissable', 'disable'],
  ['resum', 'resume'],
  ['irp', 'irq'],
  ['softirqs', 'softirq'],
  ['getandclear', 'get-and-clear'],
  ['flushtlb', 'flush-tlb'],
  ['xyzzy', undefined],
  ['q', undefined],
])('%s may mean %s', (word, meant) => {
  expect(nearest(word, EVENT_WORDS)).toBe(meant);
});

test('a very long word means nothing', () => {
  expect(nearest('e'.repeat(100_000), EVENT_WORDS)).toBeUndefined();
});
