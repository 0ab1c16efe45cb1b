import { describe, expect, test } from 'vitest';
import { calls, runOf, summariesOf } from '../testing.ts';
import { prepare, setupOf } from './world.ts';

const refused = (choice: Parameters<typeof setupOf>[0]) => {
  const world = prepare(setupOf(choice));
  return world.ok ? null : world.error;
};

test('without a choice it is v6 on arm64 7.0 with CONFIG_DEBUG_VM', () => {
  expect(setupOf({})).toEqual({
    revision: 'v6',
    backend: 'arm64',
    era: '7.0',
    checks: 'kernel',
    panicOnWarn: false,
    capacity: null,
  });
});

describe('eras', () => {
  test.each([
    ['pre', '6.19'],
    ['v3', '7.0'],
    ['v6', '7.0'],
    ['v7.2', '7.2'],
  ])('%s runs at %s where none is asked for', (revision, era) => {
    expect(setupOf({ revision }).era).toBe(era);
  });

  test.each([
    ['v5', 'v6', '7.0'],
    ['7.0', 'v6', '7.0'],
    ['7.1', 'v6', '7.1'],
    ['7.2', 'v7.2', '7.2'],
    ['6.19', 'pre', '6.19'],
  ])('the alias %s is %s at %s', (alias, revision, era) => {
    expect(setupOf({ revision: alias })).toMatchObject({ revision, era });
  });

  test('a backend without a change in an era uses its newest one before it', () => {
    const world = prepare(setupOf({ revision: 'v7.2' }));
    expect(world.ok && world.value.simulatedEra).toBe('7.0');
  });
});

describe('what cannot be is refused with the reason', () => {
  test.each([
    [{ revision: 'v9' }, 'no revision "v9": one of pre, v3-07'],
    [{ backend: 'riscv' }, 'no backend "riscv": one of none, arm64'],
    [{ revision: 'pre', era: '7.0' } as const, 'pre cannot run on kernel 7.0: it applies to 6.19'],
    [{ revision: 'v6', era: '6.19' } as const, 'v6 cannot run on kernel 6.19'],
    [{ revision: 'v6', era: '7.2' } as const, 'v6 cannot run on kernel 7.2'],
  ])('%o', (choice, message) => {
    expect(refused(choice)).toContain(message);
  });
});

test('with the option off there is no state and no question, whatever the revision', () => {
  const world = prepare(setupOf({ revision: 'v3', backend: 'none' }));
  expect(world.ok && world.value.revision).toMatchObject({ id: 'v3', fields: [], active: null });
  expect(summariesOf(runOf({ revision: 'v3', backend: 'none' }, calls('DD'))).map(({ outcome }) => outcome)).toEqual([
    ...['done', 'done'],
  ]);
});
