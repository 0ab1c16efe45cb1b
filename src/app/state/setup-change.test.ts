import { expect, test } from 'vitest';
import { applySetup } from '../document/setup.ts';
import { done, stateOf } from '../testing.ts';
import { applyTransaction } from './apply-transaction.ts';
import { selectFormerSetup } from './setup-change.ts';

const open = (choice: string, setup = {}) => done(stateOf('enable', 0, setup), ['open-scenario', { choice }]);

test('a scenario of another revision announces the change, and the former setup is known', () => {
  const state = open('enable-while-paused');
  expect(state.announcement?.text).toBe('Opened [C] A section inside a pause. Setup changed: revision v4');
  expect(selectFormerSetup(state)).toEqual({ revision: 'v6' });
});

test('all differences are announced in the order of the pickers', () => {
  const state = open('batches-that-fill', { revision: 'v4', checks: 'off' });
  expect(state.announcement?.text).toMatch(
    /\. Setup changed: revision v6, architecture xen-pv, checks kernel, batch size 4$/,
  );
  expect(selectFormerSetup(state)).toEqual({ revision: 'v4', backend: 'arm64', checks: 'off', capacity: null });
});

test('a scenario of the same setup announces no change', () => {
  const state = open('six-calls');
  expect([state.setupChange, state.announcement?.text.includes('now')]).toEqual([null, false]);
});

test('parts that the person then changes have no former value; the others keep it', () => {
  const state = open('batches-that-fill', { revision: 'v4' });
  const after = applyTransaction(state, applySetup(state, { revision: 'v7.2', era: '7.2' }));
  expect(selectFormerSetup(after)).toEqual({ backend: 'arm64', capacity: null });
});
