import { expect, test } from 'vitest';
import type { Setup } from '../engine/model.ts';
import { runOf } from '../engine/testing.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { stepsOf } from './steps.ts';

const stepsFor = (text: string, setup: Partial<Setup> = {}) => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  return [...stepsOf(runOf(setup, read.value.program))];
};

/** `2<1.3 irq`: step 2, inside step 1 after its statement 3; `-` where it did not happen. */
const told = (text: string, setup: Partial<Setup> = {}) =>
  stepsFor(text, setup).map(({ step, inside, event, summary }) => {
    const host = inside ? `<${inside.step}.${inside.statement ?? '-'}` : '';
    return `${step}${host} ${event.kind}${summary ? '' : ' -'}`;
  });

test('an event is one step, however many rows it has', () => {
  expect(told('enable after 3 { irq { set k1 } } after callback { irq {} }; disable')).toEqual([
    '1 call',
    '2<1.3 irq',
    '3<2.- page',
    '4<1.5 irq',
    '5 call',
  ]);
});

test('an anchor comes out as the statement after which its block ran', () => {
  expect(told('enable after write 1 { irq {} }', { revision: 'v4-07' })[1]).toBe('2<1.3 irq');
  expect(told('enable before callback { irq {} }', { revision: 'v4-07' })[1]).toBe('2<1.5 irq');
  expect(told('enable before callback { irq {} }', { revision: 'v6' })[1]).toBe('2<1.4 irq');
});

test('a block before the first statement stands after statement 0', () => {
  expect(told('enable before callback { irq {} }', { revision: 'pre', era: '6.19' })[1]).toBe('2<1.0 irq');
});

test('a block whose place was not reached has no statement', () => {
  const [, skipped] = stepsFor('enable after 99 { set k1 }');
  expect(skipped?.inside).toEqual({ step: 1, statement: null });
  expect(skipped?.summary?.outcome).toBe('skipped');
});

test('what the parts of a call did is joined, its state is that at its end', () => {
  const [call] = stepsFor('disable after write 1 { irq { set k1 } }', { revision: 'v4-07' });
  expect(call?.summary?.callbacks.map(({ callback }) => callback)).toEqual(['flush']);
  expect(call?.summary?.checks.map(({ statement }) => statement)).toEqual([1, 2]);
  expect(call?.summary?.fields).toEqual({ nesting_level: 255, active: 0 });
  expect(call?.summary?.outcome).toBe('done');
});

test('blocks that run in another order than they are written in are joined in the order of time', () => {
  const steps = stepsFor('enable after callback { irq {} } after 2 { irq {} }', { revision: 'v6' });
  expect(steps.map(({ inside }) => inside?.statement)).toEqual([undefined, 5, 2]);
  expect(steps[0]?.summary?.outcome).toBe('done');
  expect(steps[0]?.summary?.fields).toEqual({ enable_count: 1, pause_count: 0 });
});

test('a suspended call has the state of the moment at which its task went on last', () => {
  const [call, , page] = stepsFor('enable before callback { switch B; set k1 }; switch A; disable');
  expect(call?.summary).toMatchObject({ task: 'A', outcome: 'done', active: true });
  expect(call?.summary?.callbacks).toHaveLength(1);
  expect(page?.inside).toEqual({ step: 1, statement: 4 });
  expect(page?.summary?.task).toBe('B');
});

test('silent events and events after the end have no step', () => {
  expect(told('note "x"; ~enable after 3 { irq {} }; disable; enable', { revision: 'v3-07' })).toEqual([
    '1 note -',
    '2 call -',
    '3<2.- irq -',
    '4 call',
    '5 call -',
  ]);
});

test('rows and steps go on after an event with others inside', () => {
  expect(stepsFor('set k1; irq { irq { sleep } }; exit').map(({ step, row }) => [step, row])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 7],
  ]);
});
