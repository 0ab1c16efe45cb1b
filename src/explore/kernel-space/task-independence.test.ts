import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backends } from '../../engine/backends/index.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { page, worldOf } from '../../engine/testing.ts';
import { checkProperty, legalWorld } from '../queries/check.ts';
import { isViolationOf, propertyReads } from '../queries/property.ts';
import { parseProperty, scopeOf } from '../queries/testing.ts';
import type { SearchScope } from './scope.ts';
import { proveTaskIndependence } from './task-independence.ts';

const NO_END = Number.POSITIVE_INFINITY;
const TWO = { tasks: 2, preempt: 'calls' } as const;
const ONE_OPEN = { enables: 1, pauses: 1 };

function apart(world: World, text: string, scope: SearchScope, maxStates = 1000) {
  const property = parseProperty(text);
  const isViolation = (finding: Parameters<typeof isViolationOf>[1]) => isViolationOf(property, finding);
  const legal = legalWorld(scope, world.setup);
  const options = { scope, worlds: [world] as const, legal, isViolation, reads: propertyReads(property) };
  return proveTaskIndependence(options, { maxLength: NO_END, maxStates });
}

test('tasks whose mode is per task are independent', () => {
  const scope = scopeOf('ED', { ...TWO, callers: { legal: 'v3' } });
  const each = 256;
  expect(apart(worldOf({ revision: 'v3' }), 'arch-bug', scope)).toEqual({
    statesPerTask: each,
    states: 2 * each ** 2 + each,
  });
});

describe('tasks are dependent because of', () => {
  const paired = scopeOf('EDPR', { ...TWO, callers: 'paired', open: { enables: 255, pauses: 1 } });
  test.each([
    ['a CPU that has what waits', { backend: 'xen-pv' }, paired],
    ['preemption that is off in a section', { backend: 'sparc64' }, { ...paired, open: ONE_OPEN }],
    ['a CPU that flushes at a switch', { backend: 'powerpc-hash' }, { ...paired, open: ONE_OPEN }],
    ['a page of both', {}, { ...paired, alphabet: [...paired.alphabet, page('set', 'k1')] }],
    ['one leaves the CPU for good', {}, { ...paired, alphabet: [...paired.alphabet, { kind: 'exit' }] }],
    ['a BUG ends the run of both', { revision: 'v3-07' }, scopeOf('ED', TWO)],
  ] as const)('%s', (_, setup, scope) => {
    expect(apart(worldOf(setup), 'arch-bug', scope)).toBeNull();
  });
});

describe('independence is not tried where', () => {
  const free = scopeOf('EDPR', TWO);
  test.each([
    ['there is one task', { tasks: 1 }],
    ['tasks run side by side', { cpus: 2 }],
    ['nothing preempts', { preempt: 'none' }],
    ['calls are left in their midst', { preempt: 'statements' }],
    ['something interrupts', { interrupts: 'calls' }],
    ['callers nest without a bound', { callers: 'balanced' }],
  ] as const)('%s', (_, change) => {
    expect(apart(worldOf(), 'arch-bug', { ...free, ...change })).toBeNull();
  });

  test('the product is small enough to search directly', () => {
    expect(apart(worldOf(), 'arch-bug', scopeOf('E', TWO), 2 * 256 ** 2)).toBeNull();
  });

  test('one task alone has more states than the limit', () => {
    expect(apart(worldOf(), 'arch-bug', free, 60_000)).toBeNull();
  });

  test('one task alone violates the property', () => {
    expect(apart(worldOf(), 'kernel-check', free)).toBeNull();
  });
});

const SETUPS = revisions.all.flatMap(({ id: revision }) =>
  backends.all.map(({ id: backend }) => setupOf({ revision, backend })).filter((setup) => prepare(setup).ok),
);

test('T21: a search of both tasks finds as many states and no violation in 200 random spaces where independence is proved', () => {
  const anyScope = fc
    .record({
      letters: fc.constantFrom('E', 'ED', 'EP', 'PR', 'EDR', 'EDPR'),
      callers: fc.constantFrom('paired', { legal: 'v3' }, { legal: 'v6' } as const),
      open: fc.record({ enables: fc.integer({ min: 0, max: 2 }), pauses: fc.integer({ min: 0, max: 2 }) }),
    })
    .map(({ letters, ...change }) => scopeOf(letters, { ...TWO, ...change } as Partial<SearchScope>));
  const anySpace = fc.record({
    setup: fc.constantFrom(...SETUPS),
    property: fc.constantFrom('any', 'arch-bug', 'kernel-check', 'callbacks-alternate', 'resume-restores'),
    scope: anyScope,
    // One task alone may have this many states, and the product must have more.
    most: fc.constantFrom(16, 200),
  });
  let proved = 0;
  let others = 0;
  // About one in ten is proved independent.
  for (const space of fc.sample(anySpace, 6000)) {
    const { setup, property, scope, most } = space;
    const world = worldOf(setup);
    const found = apart(world, property, scope, most);
    if (!found) others += 1;
    else {
      const bounds = { maxLength: NO_END, maxStates: found.states };
      const together = checkProperty(world, parseProperty(property), scope, bounds);
      expect({ space, ...together }).toEqual({ space, verdict: 'holds', states: found.states });
      proved += 1;
      if (proved === 200) break;
    }
  }
  expect(proved).toBe(200);
  expect(others).toBeGreaterThan(5);
});
