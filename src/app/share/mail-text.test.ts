import { expect, test } from 'vitest';
import { readTable } from '../../notation/mail/table.ts';
import { readAny } from '../../notation/read-any.ts';
import { done, LOCAL, PUBLIC, stateOf } from '../testing.ts';
import { mailText, selectMailText } from './mail-text.ts';

test('a mail has the table of the run and the link to the current step', () => {
  const text = mailText(stateOf('enable; disable', 1), PUBLIC);
  expect(text).toContain('1   lazy_mmu_mode_enable()   -> arch_enter()  e=1 p=0');
  expect(text.trimEnd().split('\n').at(-1)).toBe('[1] https://host.example/#1/v6/arm64-7.0/ED/1');
});

test('a mail from a local page has the link without an address, and it can be read back', () => {
  const text = mailText(stateOf('enable; disable', 1), LOCAL);
  expect(text.trimEnd().split('\n').at(-1)).toBe('[1] #1/v6/arm64-7.0/ED/1');
  const read = readAny(text);
  expect(read.ok && [read.value.from, read.value.program.length]).toEqual(['table', 2]);
});

test('the text on the page does not change from step to step', () => {
  const state = stateOf('enable; disable');
  expect(selectMailText(state)).toBe(selectMailText(done(state, 'forward')));
  expect(selectMailText(state)).not.toContain('[1]');
});

test('a mail of a long program has only the first rows, and says so', () => {
  const text = selectMailText(stateOf('repeat 600 { enable; disable }'));
  expect(text.split('\n')[0]).toBe('The first 500 of 1200 rows.');
  const table = readTable(text);
  expect(table.ok && table.value.program.length).toBe(500);
});

test('a mail has no link if the link would be very long', () => {
  const long = Array.from({ length: 5 }, (_, i) => `note "${i}${'é'.repeat(400)}"`).join('; ');
  expect(mailText(stateOf(long), PUBLIC)).not.toContain('[1]');
});
