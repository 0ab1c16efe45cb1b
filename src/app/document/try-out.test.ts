import { expect, test } from 'vitest';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { done, flat, programOf, stateOf } from '../testing.ts';
import { tryOutSetup } from './try-out.ts';

const V4 = { revision: 'v4', backend: 'arm64', era: '7.0' } as const;
const V6 = { revision: 'v6', backend: 'arm64', era: '7.0' } as const;

test('trying out a setup is an edit that can be undone, and closes the dialog', () => {
  const state = { ...stateOf('enable; disable', 1), dialog: 'compare', compared: [V4] } as const;
  const next = applyTransaction(state, tryOutSetup(state, V4, state.document.program));
  expect(next.document.setup.revision).toBe('v4');
  expect(next.trace.setup.revision).toBe('v4');
  expect(next.dialog).toBeNull();
  expect(next.cursor).toEqual(state.cursor);
  expect(done(next, 'undo').document.setup.revision).toBe('v6');
});

test('the former setup takes the column of the new one', () => {
  const state = { ...stateOf('enable'), compared: [V4] };
  const compared = (from: AppState) => applyTransaction(from, tryOutSetup(from, V4, from.document.program)).compared;
  expect(compared(state)).toEqual([V6]);
  expect(compared({ ...state, compared: null })).toBeNull();
});

test('a program with other statement numbers is written as it ran', () => {
  const state = stateOf('enable after 3 { sleep }');
  const next = applyTransaction(state, tryOutSetup(state, V4, programOf('enable after write 1 { sleep }')));
  expect(flat(next)).toContain('after write 1');
});
