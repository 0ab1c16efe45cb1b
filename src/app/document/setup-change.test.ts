import { expect, test } from 'vitest';
import { done, stateOf } from '../testing.ts';
import { chosen } from './setup.ts';
import { broughtIn } from './setup-change.ts';

const open = (choice: string, setup = {}) => done(stateOf('enable', 0, setup), ['open-scenario', { choice }]);

test('a scenario of another revision says what it changed, and what was before', () => {
  const state = open('enable-while-paused');
  expect(state.said).toBe('opened: [C] A section inside a pause; now revision v4');
  expect(broughtIn(state)).toEqual({ revision: 'v6' });
});

test('all that differs is said in the order of the pickers', () => {
  const state = open('batches-that-fill', { revision: 'v4', checks: 'off' });
  expect(state.said).toMatch(/; now revision v6, architecture xen-pv, checks kernel, capacity 4$/);
  expect(broughtIn(state)).toEqual({ revision: 'v4', backend: 'arm64', checks: 'off', capacity: null });
});

test('a scenario of the same setup says nothing of it', () => {
  const state = open('six-calls');
  expect([state.brought, state.said.includes('now')]).toEqual([null, false]);
});

test('what a person then chooses is their own; the rest stays as brought', () => {
  const state = open('batches-that-fill', { revision: 'v4' });
  const after = { ...state, ...chosen(state, { revision: 'v7.2', era: '7.2' }) };
  expect(broughtIn(after)).toEqual({ backend: 'arm64', capacity: null });
});
