import { describe, expect, test } from 'vitest';
import type { Setup } from '../../engine/model.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { prepare } from '../../engine/setup/world.ts';
import { programOf, stateOf } from '../testing.ts';
import { limitProgram, MAX_COMPARED_ROWS, nextSide, restoreProgram, selectComparison, sidesOf } from './compare.ts';

const nameOf = (side: Pick<Setup, 'revision' | 'backend' | 'era'> | null) =>
  side && `${side.revision} ${side.backend} ${side.era}`;
const besideOf = (choice: Partial<Setup>) => sidesOf(stateOf('enable', 0, choice)).map(nameOf);

describe('default columns', () => {
  test('a revision is compared with the default one, and the default with its predecessor', () => {
    expect(besideOf({ revision: 'v4' })).toEqual(['v6 arm64 7.0']);
    expect(besideOf({ revision: 'pre', backend: 'sparc64' })).toEqual(['v6 sparc64 7.0']);
    expect(besideOf({ revision: 'v6' })).toEqual(['v4 arm64 7.0']);
  });

  test('a revision is compared on another architecture if no other revision can run', () => {
    expect(besideOf({ revision: 'v7.2-ptes', backend: 's390' })).toEqual(['v7.2-ptes arm64 s390']);
  });

  test.each(revisions.ids)('%s has a setup to compare with', (revision) => {
    const { document } = stateOf('', 0, { revision });
    const side = nextSide(document.setup, []);
    expect(side && prepare({ ...document.setup, ...side }).ok).toBe(true);
  });

  test('an added column differs from the existing ones', () => {
    const { setup } = stateOf('', 0, { revision: 'v6' }).document;
    const first = sidesOf(stateOf('', 0, { revision: 'v6' }));
    expect(nameOf(nextSide(setup, first))).toBe('v7.2 arm64 7.2');
  });
});

test('picked columns stay, except for the selected setup and impossible ones', () => {
  const state = stateOf('enable', 0, { revision: 'v6', backend: 'xen-pv' });
  const v4 = { revision: 'v4', backend: 'arm64', era: '7.0' } as const;
  const itself = { revision: 'v6', backend: 'xen-pv', era: '7.0' } as const;
  const impossible = { revision: 'v4', backend: 's390', era: '7.0' } as const;
  expect(sidesOf({ ...state, compared: [v4, itself, impossible] })).toEqual([v4]);
  expect(sidesOf({ ...state, compared: [itself] })).toHaveLength(1);
});

test('an equal state yields the same comparison object, so that nothing is rendered again', () => {
  const state = stateOf('enable');
  expect(selectComparison(state)).toBe(selectComparison({ ...state }));
});

test('a long program is cut for the comparison and restored when it is opened', () => {
  const program = programOf('repeat 900 { enable; disable }');
  const first = limitProgram(program);
  expect(first).toHaveLength(MAX_COMPARED_ROWS);
  expect(restoreProgram(first, program)).toEqual(program);
  const short = programOf('enable; disable');
  expect(restoreProgram(limitProgram(short), short)).toBe(short);
});
