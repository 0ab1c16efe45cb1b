import { prepare, setupOf, type World } from '../engine/setup/world.ts';
import { DEFAULT_SCOPE, type SearchScope } from '../explore/kernel-space/scope.ts';
import { checkProperty } from '../explore/queries/check.ts';
import type { Property } from '../explore/queries/property.ts';
import type { SearchMonitor } from '../explore/search/space.ts';
import { assert } from '../lib/assert.ts';

/** A space that the explorer and SPIN search. */
export interface BenchSpace {
  readonly title: string;
  readonly revision: string;
  readonly scope: SearchScope;
  /** The rule to check; null to enumerate the whole space. */
  readonly rule: Property | null;
}

/** The number of states of a space that holds, or the length of a shortest counterexample. */
export interface SpaceResult {
  readonly states: number;
  readonly length: number | null;
}

const TWO_TASKS = { tasks: 2, preempt: 'calls' } as const;

export const spaces: readonly BenchSpace[] = [
  {
    title: 'v3, legal calls, two tasks',
    revision: 'v3',
    scope: { ...DEFAULT_SCOPE, ...TWO_TASKS, callers: { legal: 'v3' } },
    rule: null,
  },
  {
    title: 'v6, legal calls, two tasks, 255 enables and one pause open',
    revision: 'v6',
    scope: { ...DEFAULT_SCOPE, ...TWO_TASKS, callers: { legal: 'v6' }, open: { enables: 255, pauses: 1 } },
    rule: null,
  },
  {
    title: 'v6, any calls, preempted inside calls',
    revision: 'v6',
    scope: { ...DEFAULT_SCOPE, preempt: 'statements' },
    rule: null,
  },
  {
    title: 'v6, matched calls, two tasks, one enable and one pause open',
    revision: 'v6',
    scope: { ...DEFAULT_SCOPE, ...TWO_TASKS, callers: 'paired', open: { enables: 1, pauses: 1 } },
    rule: null,
  },
  {
    title: 'v6, any calls but disable: the 256th enable warns',
    revision: 'v6',
    scope: {
      ...DEFAULT_SCOPE,
      alphabet: DEFAULT_SCOPE.alphabet.filter((one) => one.kind === 'call' && one.helper !== 'disable'),
    },
    rule: { rule: 'kernel-check', sub: 'enable' },
  },
  {
    title: 'v4-07, an interrupt before the flag is written',
    revision: 'v4-07',
    scope: { ...DEFAULT_SCOPE, callers: 'paired', interrupts: 'statements' },
    rule: { rule: 'callbacks-alternate', sub: 'flush' },
  },
];

export function worldOfSpace({ revision }: BenchSpace): World {
  const world = prepare(setupOf({ revision }));
  assert(world.ok, revision);
  return world.value;
}

/** Searches a space. Without a rule, the search uses one that cannot break here: that the architecture hits no BUG. */
export function searchSpace(space: BenchSpace, monitor?: SearchMonitor): SpaceResult {
  const bounds = { maxLength: Number.POSITIVE_INFINITY, maxStates: 2 ** 25 };
  const property = space.rule ?? { rule: 'arch-bug', sub: null };
  const answer = checkProperty(worldOfSpace(space), property, space.scope, bounds, monitor);
  return { states: answer.states, length: answer.verdict === 'violated' ? answer.length : null };
}
