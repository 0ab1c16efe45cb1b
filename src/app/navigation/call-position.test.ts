import { describe, expect, test } from 'vitest';
import { assert } from '../../lib/assert.ts';
import { openLink } from '../document/open-link.ts';
import { replaceDocument } from '../document/open-request.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import { at, done, flat, stateOf } from '../testing.ts';
import { callPosition, describeCallPosition, insertionInCall } from './call-position.ts';

const third = () => done(stateOf('enable; disable'), 'into', 'into', 'into');

describe('while the playhead is at a statement of a call', () => {
  test('a new event goes inside the call after the statement, and the playhead stays', () => {
    const state = done(third(), 'add-irq');
    expect(flat(state)).toBe('enable after 3 {; irq {; }; }; disable');
    expect([at(state), state.past.at(-1)?.name]).toEqual([
      '0.2',
      'insert irq { } inside lazy_mmu_mode_enable(), after statement 3',
    ]);
  });

  test('the next event comes after it, in the same block', () => {
    const state = done(third(), 'add-switch', ['add-switch', { task: 'A' }], 'add-sleep');
    expect(flat(state)).toBe('enable after 3 {; switch B; switch A; sleep; }; disable');
  });

  test('an event at another statement gets a block of its own', () => {
    const first = done(stateOf('enable'), 'into', 'add-sleep');
    const later = { ...first, cursor: { slot: 2, moment: 0 } };
    expect(flat(done(later, 'add-note'))).toMatch(/^enable after 1 \{; sleep; \} after 2 \{; note/);
  });

  test('at a named or whole row, a new event goes after the row', () => {
    expect(flat(done(third(), ['add-pause', { row: 1 }]))).toBe('enable; pause; disable');
    expect(flat(done(done(third(), 'out'), 'add-pause'))).toBe('enable; pause; disable');
  });

  test('the position is described in words, and there is none where there is no statement', () => {
    const place = callPosition(third());
    expect(place && describeCallPosition(place)).toBe('inside lazy_mmu_mode_enable(), after statement 3');
    expect(callPosition(done(stateOf('set k1'), 'into'))).toBeNull();
    expect(callPosition(stateOf('enable', 1))).toBeNull();
  });

  test('in a document that opens at a statement, new events go after the row until the person steps', () => {
    const link = openLink('#1/v6/arm64-7.0/ED/1/at-2');
    assert(link.ok, 'the link is wrong');
    const before = stateOf('');
    const opened = applyTransaction(before, replaceDocument(before, link.value));
    expect([at(opened), insertionInCall(opened)]).toEqual(['0.2', null]);
    const added = done(opened, 'add-pause');
    expect([flat(added), at(added)]).toEqual(['enable; pause; disable', '1']);
    expect(flat(done(added, 'undo', 'add-pause'))).toBe('enable; pause; disable');
    expect(flat(done(opened, 'insert-irq-inside'))).toMatch(/^enable after 3 \{/);
    expect(flat(done(opened, 'back', 'into', 'add-sleep'))).toMatch(/^enable after 1 \{/);
  });
});
