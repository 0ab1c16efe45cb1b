/**
 * SPIN and the explorer agree on the same space: on the number of stored states if a rule holds, else on the verdict
 * and the shortest length. Mutants are included. Without SPIN and gcc, a message says that this was skipped.
 */
import { expect, test } from 'vitest';
import type { Setup } from '../../engine/model.ts';
import type { World } from '../../engine/setup/world.ts';
import { gatherFlush, pages, sleep, worldOf } from '../../engine/testing.ts';
import type { OpenLimits, SearchScope } from '../../explore/kernel-space/scope.ts';
import { writePromela } from '../../explore/promela/model.ts';
import { checkProperty } from '../../explore/queries/check.ts';
import { mutantsOf, mutantWorld } from '../../explore/queries/mutants.ts';
import { parseProperty, scopeOf } from '../../explore/queries/testing.ts';
import { assert } from '../../lib/assert.ts';
import { compareWithSpin } from './compare-with-spin.ts';
import { runSpin, withoutSpin } from './run-spin.ts';

const ANY = Number.POSITIVE_INFINITY;
const missing = await withoutSpin();
if (missing !== null) process.stderr.write(`SPIN was not asked whether it agrees with the explorer: ${missing}\n`);

async function spin(world: World, scope: SearchScope, rule: string | null, maxLength = ANY, ltl = false) {
  const model = writePromela({ world, scope, property: rule === null ? null : parseProperty(rule), maxLength, ltl });
  assert(model.ok, model.ok ? '' : model.error.join('; '));
  return runSpin(model.value, 0);
}

const mutant = (revision: string, name: string): World => {
  const world = worldOf({ revision });
  const found = mutantsOf(world.revision).find((one) => one.name === name);
  assert(found, `no mutant "${name}" of ${revision}`);
  return mutantWorld(world, found);
};

const LEGAL = { callers: { legal: 'v3' }, tasks: 2, preempt: 'calls' } as const;
const ONE_PAUSE = { ...LEGAL, callers: { legal: 'v6' }, open: { enables: 255, pauses: 1 } } as const;
const FEW_OPEN = { callers: 'paired', open: { enables: 2, pauses: 1 } } as const;
const IRQS = { callers: 'paired', interrupts: 'calls' } as const;
const AWAY = { callers: 'paired', preempt: 'statements' } as const;
const BOTH = { interrupts: 'statements', preempt: 'statements' } as const;
const TWO = { tasks: 2, preempt: 'statements' } as const;
const NESTED = { callers: 'balanced', open: { enables: 3, pauses: 2 } } as const;
const CPUS = { cpus: 2, preempt: 'calls' } as const;
const INSIDE = { callers: 'paired', interrupts: 'statements' } as const;

/** Rules that hold. Without a rule, the explorer checks that the architecture hits no BUG. */
const HOLDS: readonly [string, World, SearchScope, string | null][] = [
  ['v6, free: every value of both counters', worldOf(), scopeOf('EDPR'), null],
  ['v3, legal, two tasks: every value', worldOf({ revision: 'v3' }), scopeOf('EDPR', LEGAL), 'kernel-check'],
  ['v6, legal, two tasks: every value, one pause open', worldOf(), scopeOf('EDPR', ONE_PAUSE), 'kernel-check'],
  ['v4, free, interrupts', worldOf({ revision: 'v4' }), scopeOf('EDPR', { interrupts: 'calls' }), null],
  ['v6, free, preempted inside calls', worldOf(), scopeOf('ED', { preempt: 'statements' }), null],
  ['v6, free, interrupts inside calls', worldOf(), scopeOf('EDP', { interrupts: 'statements' }), null],
  ['v4-07, free, both inside calls', worldOf({ revision: 'v4-07' }), scopeOf('EDPR', BOTH), null],
  ['v4, paired, interrupts', worldOf({ revision: 'v4' }), scopeOf('ED', IRQS), 'callbacks-alternate'],
  ['v3-07, two tasks, preempted inside pauses', worldOf({ revision: 'v3-07' }), scopeOf('PR', TWO), null],
  [
    'v3-07, checks that stop',
    worldOf({ revision: 'v3-07', checks: 'stop' }),
    scopeOf('ED', { interrupts: 'calls' }),
    null,
  ],
  ['v7.2, paired, preempted inside calls', worldOf({ revision: 'v7.2' }), scopeOf('ED', AWAY), 'kernel-check'],
  ['whatif-saturate, free', worldOf({ revision: 'whatif-saturate' }), scopeOf('EDPR'), null],
  [
    'whatif-no-inner-flush, paired, interrupts',
    worldOf({ revision: 'whatif-no-inner-flush' }),
    scopeOf('PR', IRQS),
    null,
  ],
];

const ONE: OpenLimits = { enables: 1, pauses: 1 };

const OFF = { checks: 'off' } as const;

/** Calls that checks forbid where checks are off, on architectures that may refuse to switch. */
const JUDGED: typeof HOLDS = [
  [
    'v3 on sparc64, two tasks',
    worldOf({ ...OFF, revision: 'v3', backend: 'sparc64' }),
    scopeOf('EPR', { ...LEGAL, open: { enables: 3, pauses: 1 } }),
    'kernel-check',
  ],
  [
    'v7.2 on powerpc',
    worldOf({ ...OFF, revision: 'v7.2', backend: 'powerpc-hash', era: '7.2', capacity: 1 }),
    scopeOf('EDP', { callers: { legal: 'v7.2' }, preempt: 'calls', open: { enables: 1, pauses: 2 } }),
    'arch-bug',
  ],
];

/** Properly nested calls as far as SPIN's stack goes, and two CPUs. */
const WIDER: typeof HOLDS = [
  ['v6, paired: how many calls are open', worldOf(), scopeOf('EDP', FEW_OPEN), 'batching-lost'],
  ['v6, nesting', worldOf(), scopeOf('EDPR', NESTED), null],
  [
    'v3, nesting, interrupts inside calls',
    worldOf({ revision: 'v3' }),
    scopeOf('EDPR', { ...NESTED, open: ONE, interrupts: 'statements' }),
    null,
  ],
  ['v6, two tasks that nest, preempted inside calls', worldOf(), scopeOf('ED', { ...NESTED, ...TWO }), null],
  ['v6, free, one task on two CPUs', worldOf(), scopeOf('E', CPUS), null],
  [
    'v6, paired, one task on two CPUs, interrupts inside calls',
    worldOf(),
    scopeOf('ED', { ...CPUS, ...INSIDE, open: ONE }),
    null,
  ],
  [
    'v4, paired, two tasks on two CPUs, preempted inside calls',
    worldOf({ revision: 'v4' }),
    scopeOf('ED', { ...CPUS, ...TWO, callers: 'paired', open: ONE }),
    null,
  ],
  ['v7.2, nesting, one task on two CPUs', worldOf({ revision: 'v7.2' }), scopeOf('EDPR', { ...NESTED, ...CPUS }), null],
];

const SET = pages('set', 'k1');
/** The life of a user page. */
const IN_USE = [...pages('set', 1), ...pages('touch', 1), ...pages('clear', 1)];
const FEW = { callers: 'paired', open: { enables: 2, pauses: 0 } } as const;
const small = (backend: string, revision = 'v6', change: Partial<Setup> = {}): World =>
  worldOf({ revision, backend, capacity: 2, ...change });

/** Architectures with pages and a batch size of two. The number of states does not depend on page values. */
const PAGED: typeof HOLDS = [
  [
    'v6 on Xen 7.0, set and read',
    small('xen-pv'),
    scopeOf('ED', { ...FEW, alphabet: [...SET, ...pages('read', 'k1')] }),
    null,
  ],
  [
    'v6 on Xen 7.1, two tasks that set, preempted inside calls',
    small('xen-pv', 'v6', { era: '7.1' }),
    scopeOf('ED', { ...FEW, ...TWO, open: { enables: 1, pauses: 0 }, alphabet: SET }),
    null,
  ],
  [
    'v6 on arm64, set and touch, interrupts inside calls',
    worldOf(),
    scopeOf('ED', { ...FEW, interrupts: 'statements', alphabet: [...SET, ...pages('touch', 'k1')] }),
    'foreign-flush',
  ],
  [
    'v6 on powerpc, a page in use and a flush, switched away',
    small('powerpc-hash'),
    scopeOf('ED', { ...FEW, preempt: 'calls', alphabet: [...IN_USE, gatherFlush] }),
    'arch-bug',
  ],
  [
    'v6 on Xen 7.1, a task that sets on two CPUs',
    small('xen-pv', 'v6', { era: '7.1', capacity: 1 }),
    scopeOf('ED', { ...FEW, ...CPUS, open: { enables: 1, pauses: 0 }, alphabet: SET }),
    'arch-bug',
  ],
  [
    'v6 on sparc64, a page in use, interrupts',
    small('sparc64'),
    scopeOf('ED', { ...FEW, interrupts: 'calls', alphabet: IN_USE }),
    null,
  ],
];

/** Rules that break. */
const BREAKS: readonly [string, World, SearchScope, string][] = [
  ['v6: the 256th enable warns', worldOf(), scopeOf('E'), 'kernel-check.enable'],
  ['v6: entered twice when the counter has come round', worldOf(), scopeOf('E'), 'callbacks-alternate.enter'],
  ['v3-07: the double disable (F4)', worldOf({ revision: 'v3-07' }), scopeOf('EDPR'), 'kernel-check.disable'],
  ['v6: active outside (F5b)', worldOf(), scopeOf('EDPR', { callers: 'paired' }), 'active-outside-section'],
  [
    'v3: enable while paused (F6)',
    worldOf({ revision: 'v3' }),
    scopeOf('EDPR', { callers: 'paired' }),
    'kernel-check.enable',
  ],
  [
    'v4-07: an interrupt before the flag (F7)',
    worldOf({ revision: 'v4-07' }),
    scopeOf('ED', INSIDE),
    'callbacks-alternate',
  ],
  [
    'v6: asleep in a section (F12)',
    worldOf(),
    scopeOf('EDPR', { callers: 'paired', alphabet: [sleep] }),
    'sleep-in-section',
  ],
  [
    'v3: nesting, enable while paused (F6)',
    worldOf({ revision: 'v3' }),
    scopeOf('EDPR', NESTED),
    'kernel-check.enable',
  ],
  [
    'v4-07: two tasks on two CPUs that nest, an interrupt before the flag',
    worldOf({ revision: 'v4-07' }),
    scopeOf('ED', { ...NESTED, ...CPUS, tasks: 2, interrupts: 'statements' }),
    'callbacks-alternate',
  ],
  [
    'v6: nesting, up to a length alone',
    worldOf(),
    scopeOf('EDPR', { callers: 'balanced', alphabet: [sleep] }),
    'sleep-in-section',
  ],
  [
    'pre on arm64: stored at once behind an inner section (F1)',
    worldOf({ revision: 'pre' }),
    scopeOf('EDPR', { callers: 'paired', open: ONE_PAUSE.open, alphabet: SET }),
    'batching-lost',
  ],
  ['pre on Xen: entered twice is a BUG (F2)', small('xen-pv', 'pre'), scopeOf('ED', FEW), 'arch-bug'],
  [
    'an inner disable without a flush, on Xen (F3)',
    small('xen-pv', 'whatif-no-inner-flush', { era: '7.0' }),
    scopeOf('EDPR', { alphabet: SET }),
    'pending-after-disable',
  ],
  ['v6 on Xen 7.0: switched away in enable (F8)', small('xen-pv'), scopeOf('EDPR', AWAY), 'arch-bug'],
  [
    'v6 on powerpc: a translation that was to be flushed',
    small('powerpc-hash'),
    scopeOf('ED', { ...FEW, alphabet: IN_USE }),
    'stale-translation',
  ],
  [
    'a mutant without the increment',
    mutant('v3', 'enable: drop ++count'),
    scopeOf('EDPR', LEGAL),
    'callbacks-alternate',
  ],
  [
    'a mutant that counts the wrong way',
    mutant('v6', 'disable: if: turn --enable_count'),
    scopeOf('ED', { callers: 'paired' }),
    'kernel-check',
  ],
  [
    'a mutant that ignores pauses',
    mutant('v6', 'enable: if: !(pause_count > 0)'),
    scopeOf('EDPR', { callers: 'paired' }),
    'callbacks-alternate',
  ],
  [
    'a mutant that flushes for leave',
    mutant('v4', 'disable: flush for leave'),
    scopeOf('ED', { callers: 'paired' }),
    'callbacks-alternate',
  ],
];

test.skipIf(missing !== null).each([...HOLDS, ...JUDGED, ...WIDER, ...PAGED])(
  'SPIN and the explorer find as many states: %s',
  async (_, world, scope, rule) => {
    const ours = checkProperty(world, parseProperty(rule ?? 'arch-bug'), scope);
    const theirs = await spin(world, scope, rule);
    expect({ verdict: theirs.failed ? 'violated' : 'holds', states: theirs.states }).toEqual(ours);
  },
);

test.skipIf(missing !== null).each(BREAKS)(
  'SPIN and the explorer find the same shortest length: %s',
  async (_, world, scope, rule) => {
    const ours = checkProperty(world, parseProperty(rule), scope);
    assert(ours.verdict === 'violated', `${ours.verdict} is no counterexample`);
    const { length } = ours;
    expect(await spin(world, scope, rule, length)).toMatchObject({ failed: true });
    if (length > 1) expect(await spin(world, scope, rule, length - 1)).toMatchObject({ failed: false });
  },
);

/** Rules as formulas, with the same verdicts and states. */
const CLAIMED = BREAKS.filter(([name]) => ['F4', 'F5b', 'F7', 'F12'].some((id) => name.endsWith(`(${id})`)));

test.skipIf(missing !== null).each(CLAIMED)(
  'SPIN finds the same shortest length with a formula: %s',
  async (_, world, scope, rule) => {
    const ours = checkProperty(world, parseProperty(rule), scope);
    assert(ours.verdict === 'violated', `${ours.verdict} is no counterexample`);
    expect(await spin(world, scope, rule, ours.length, true)).toMatchObject({ failed: true });
    if (ours.length > 1) expect(await spin(world, scope, rule, ours.length - 1, true)).toMatchObject({ failed: false });
  },
);

test.skipIf(missing !== null)('SPIN finds as many states with a formula for a rule that holds', async () => {
  const [world, scope] = [worldOf({ revision: 'v7.2' }), scopeOf('ED', AWAY)];
  const { states } = checkProperty(world, parseProperty('kernel-check'), scope);
  expect(await spin(world, scope, 'kernel-check', ANY, true)).toMatchObject({ failed: false, states });
});

const SUITE_SEED = 1;
const SUITE_QUESTIONS = 50;

test.skipIf(missing !== null)('T21: SPIN and the explorer agree on random questions', async () => {
  const { compared, disagreements } = await compareWithSpin(SUITE_SEED, SUITE_QUESTIONS);
  expect([compared, disagreements]).toEqual([SUITE_QUESTIONS, []]);
});
