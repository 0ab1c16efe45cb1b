import { describe, expect, test } from 'vitest';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { stateOf } from '../testing.ts';
import { applySetup, setupChoices } from './setup.ts';

const choose = (state: AppState, change: Parameters<typeof applySetup>[1]): AppState =>
  applyTransaction(state, applySetup(state, change));
const impossible = (state: AppState, picker: keyof ReturnType<typeof setupChoices>) =>
  setupChoices(state)[picker].flatMap(({ id, impossible: why }) => (why === null ? [] : [`${id}: ${why}`]));

describe('a change of the setup', () => {
  test('another revision runs the same program and keeps the kernel release if it can', () => {
    const state = choose(stateOf('enable; disable', 1), { revision: 'v3' });
    expect([state.trace.world.revision.id, state.document.setup.era, state.cursor.slot]).toEqual(['v3', '7.0', 0]);
  });

  test('a revision of another kernel release brings that release, and an alias names the revision', () => {
    expect(choose(stateOf('enable'), { revision: 'pre' }).document.setup.era).toBe('6.19');
    expect(choose(stateOf('enable'), { revision: '7.2' }).document.setup).toMatchObject({
      revision: 'v7.2',
      era: '7.2',
    });
  });

  test('an impossible pair changes nothing, and a notice says why', () => {
    const before = stateOf('enable', 1);
    const state = choose(before, { era: '6.19' });
    expect(state.document).toBe(before.document);
    expect(state.trace).toBe(before.trace);
    expect(state.notices).toEqual([
      {
        id: 'setup',
        severity: 'error',
        text: 'Could not change the setup: v6 cannot run on kernel 6.19: it applies to 7.0 and 7.1.',
      },
    ]);
    expect(choose(state, { checks: 'off' }).notices).toEqual([]);
  });

  test.each([{ revision: 'v99' }, { backend: 'm68k' }])('%o is rejected by name', (change) => {
    expect(choose(stateOf('enable'), change).notices[0]?.text).toContain(Object.values(change)[0]);
  });
});

describe('what the pickers offer', () => {
  test('the pickers say in advance what is impossible, and why', () => {
    const state = stateOf('enable');
    expect(impossible(state, 'revision')).toEqual([]);
    expect(impossible(state, 'era').map((line) => line.split(':')[0])).toEqual(['6.19', '7.2', 's390']);
    expect(impossible(state, 'checks')).toEqual([]);
  });

  test('the pickers mark what is selected, and revisions that only approximate a release', () => {
    const { revision, backend, era, checks } = setupChoices(stateOf('enable'));
    const ids = [revision, backend, era, checks].map((list) => list.filter((one) => one.chosen).map(({ id }) => id));
    expect(ids).toEqual([['v6'], ['arm64'], ['7.0'], ['kernel']]);
    expect(revision.find(({ id }) => id === 'v3')?.note).toContain('nearest kernel release');
    expect(era.find(({ id }) => id === '7.1')?.note).toBe('same as 7.0');
  });

  test('the choices are the same object as long as the setup is', () => {
    const state = stateOf('enable');
    expect(setupChoices(state)).toBe(setupChoices({ ...state }));
  });
});
