import { expect, test } from 'vitest';
import type { Setup } from '../../engine/model.ts';
import { calls, events, page, runOf } from '../../engine/testing.ts';
import { assessRun, describeProblem, problemsByVerdict } from './verdict.ts';

test.each<[string, Partial<Setup>, ReturnType<typeof events>, string, string]>([
  ['a section', {}, calls('ED'), 'clean', ''],
  ['a call that does nothing', {}, calls('PED'), 'ignored', 'step 2 is ignored'],
  [
    'a rule that breaks in silence',
    { revision: 'pre' },
    calls('EE'),
    'rule',
    'step 2: arch_enter() called while already entered',
  ],
  [
    'a page touched before its barriers',
    {},
    [...events('E k1'), page('touch', 'k1')],
    'hazard',
    'step 3: The page is accessed while its barriers are pending',
  ],
  ['a check that prints', {}, calls('D'), 'warns', 'step 1: VM_WARN_ON_ONCE(enable_count == 0)'],
  [
    'a BUG, though something warned before',
    { revision: 'v3' },
    calls('EPEDRDD'),
    'bug',
    'step 7: VM_BUG_ON(count == 0)',
  ],
  [
    'a check that is off',
    { checks: 'off', revision: 'v4' },
    calls('P'),
    'rule',
    'step 1: arch_leave() called while not entered',
  ],
])('a run with %s has its verdict and reason', (_name, setup, program, verdict, why) => {
  expect(assessRun(runOf(setup, program))).toMatchObject({ verdict, why });
});

const toldOf = (setup: Partial<Setup>, program: ReturnType<typeof events>) =>
  problemsByVerdict(assessRun(runOf(setup, program))).map(({ says, problems }) => [
    says,
    ...problems.map(describeProblem),
  ]);

test('every problem is counted and listed, the gravest kind first', () => {
  expect(toldOf({ revision: 'v4' }, calls('EPEDRD'))).toEqual([
    ['2 warnings', 'step 3: VM_WARN_ON(nesting_level > 0 && !active)', 'step 4: VM_WARN_ON(!active)'],
    [
      '3 broken rules',
      'step 3: enable() called while paused',
      'step 4: arch_flush() called while not entered',
      'step 4: disable() called while paused',
    ],
  ]);
  expect(toldOf({}, calls('PEDED'))).toEqual([['4 ignored calls', '4 times, first at step 2']]);
  expect(toldOf({}, calls('ED'))).toEqual([]);
});

test('a WARN_ON_ONCE that does not print again is not a second warning', () => {
  expect(toldOf({}, calls('RPR'))[0]).toEqual([
    '2 warnings',
    'step 1: VM_WARN_ON_ONCE(pause_count == 0)',
    'step 2: VM_WARN_ON_ONCE(pause_count == U8_MAX)',
  ]);
});
