import { expect, test } from 'vitest';
import { inspect } from '../../engine/run/run.ts';
import { worldOf } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { checkReachability } from './check.ts';
import { goalPredicate, goalText, parseGoal } from './goal.ts';
import { scopeOf } from './testing.ts';

const v6 = worldOf();
const read = (text: string, tasks = ['A']) => parseGoal(text, v6, tasks);

test.each([
  ['enable_count = 2', 'enable_count = 2'],
  ['enable=2 , pause >= 1', 'enable_count = 2, pause_count >= 1'],
  ['enable == 255\nactive no', null],
  ['active = no and pending != 0', 'active = no, pending != 0'],
  ['B.enable_count < 3; interrupt', 'B.enable_count < 3, interrupt = yes'],
])('the goal %j prints as %j', (text, again) => {
  const goal = read(text, ['A', 'B']);
  expect(goal.ok ? goalText(goal.value) : null).toBe(again);
  if (!goal.ok || again === null) return;
  expect(read(again, ['A', 'B'])).toEqual(goal);
});

test.each([
  ['', 1, 1, 'no condition is given'],
  ['enable_count = 2, puase_count = 1', 1, 19, '"puase_count" is not part of the state; did you mean "pause_count"?'],
  ['enable_count = 2\nactive = maybe', 2, 10, '"maybe" is not a value'],
  ['C.enable_count = 1', 1, 1, 'there is no task C'],
  ['enable_count = 70000', 1, 16, '"70000" is not a value'],
  ['enable_count is 2', 1, 1, '"enable_count is 2" is not a condition'],
])('the goal %j has an error at %i:%i: %s', (text, line, column, message) => {
  const goal = read(text);
  expect(goal.ok || goal.error[0]).toMatchObject({ span: { line, column }, message });
});

test('a goal about the mode is rejected for a revision that does not record it', () => {
  const goal = parseGoal('active = yes', worldOf({ revision: 'pre' }), ['A']);
  expect(goal.ok || goal.error[0]?.message).toBe('pre does not record whether the mode is active');
});

const set = (letters: string, change: Partial<SearchScope> = {}) =>
  scopeOf(letters, { ...change, alphabet: [{ kind: 'page', op: 'set', page: { space: 'kernel', index: 1 } }] });

test.each([
  ['enable = 2, pause = 1', scopeOf('EDPR'), 'enable; enable; pause'],
  ['enable = 7, active = no', scopeOf('EP'), 'enable; enable; enable; enable; enable; enable; enable; pause'],
  ['enable = 255', scopeOf('EDPR'), 'disable'],
  ['pending = 1, active = yes', set('EDPR'), 'enable; set k1'],
  ['interrupt = yes, enable = 1', scopeOf('ED', { interrupts: 'calls' }), 'enable; irq { }'],
  ['B.enable = 1', scopeOf('ED', { tasks: 2, preempt: 'calls' }), 'switch B; enable'],
  // Between the counter update and the callback, visible only to an interrupt.
  [
    'interrupt = yes, enable = 2, pause = 0',
    scopeOf('E', { interrupts: 'statements' }),
    'enable; enable after 3 { irq { } }',
  ],
])('the goal %s is reached by %s', (text, scope, program) => {
  const tasks = scope.tasks === 2 ? ['A', 'B'] : ['A'];
  const goal = parseGoal(text, v6, tasks);
  if (!goal.ok) throw new Error(goal.error[0]?.message);
  const answer = checkReachability(v6, goal.value, scope);
  if (answer.verdict !== 'violated') throw new Error(answer.verdict);
  expect(answer.length).toBe(program.match(/\b(enable|disable|pause|irq|set|switch)\b/g)?.length);
  expect(answer.program.map(printEvent).join('; ')).toBe(program);
  const { trace, slot } = answer.found;
  expect(goalPredicate(goal.value, v6)(inspect(trace, slot).after)).toBe(true);
});

test('an unreachable state holds, and one at the start has length 0', () => {
  const goal = (text: string) => {
    const parsed = read(text);
    if (!parsed.ok) throw new Error(parsed.error[0]?.message);
    return parsed.value;
  };
  const scope = scopeOf('ED', { callers: 'balanced' });
  expect(checkReachability(v6, goal('pause_count = 1'), scope)).toEqual({ verdict: 'holds', states: 256 });
  expect(checkReachability(v6, goal('enable_count = 0'), scope)).toMatchObject({
    verdict: 'violated',
    length: 0,
    program: [],
  });
});
