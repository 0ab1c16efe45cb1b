import { expect, test } from 'vitest';
import type { Setup } from '../../engine/model.ts';
import { calls, events, page, runOf } from '../../engine/testing.ts';
import { judge } from './verdict.ts';

test.each<[string, Partial<Setup>, ReturnType<typeof events>, string, string]>([
  ['a section', {}, calls('ED'), 'clean', ''],
  ['a call that does nothing', {}, calls('PED'), 'ignored', 'row 2 is ignored'],
  [
    'a rule that breaks in silence',
    { revision: 'pre' },
    calls('EE'),
    'rule',
    'row 2: callbacks-alternate.enter: enter while already entered',
  ],
  [
    'a page touched before its barriers',
    {},
    [...events('E k1'), page('touch', 'k1')],
    'hazard',
    'row 3: early-touch: barriers owed when the page is touched',
  ],
  ['a check that prints', {}, calls('D'), 'warns', 'row 1: VM_WARN_ON_ONCE(enable_count == 0)'],
  [
    'a BUG, though something warned before',
    { revision: 'v3' },
    calls('EPEDRDD'),
    'bug',
    'row 7: VM_BUG_ON(count == 0)',
  ],
  [
    'a check that is off',
    { checks: 'off', revision: 'v4' },
    calls('P'),
    'rule',
    'row 1: callbacks-alternate.leave: leave while not entered',
  ],
])('%s', (_name, setup, program, verdict, why) => {
  expect(judge(runOf(setup, program))).toEqual({ verdict, why });
});
