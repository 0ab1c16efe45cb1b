import { describe, expect, test } from 'vitest';
import { calls, describeRows, findingsOf, irq, runOf, summariesOf } from '../testing.ts';

describe.each(['v4-07', 'v4'])('%s', (revision) => {
  const told = (letters: string, checks: 'kernel' | 'off' = 'kernel') =>
    describeRows(runOf({ revision, checks }, calls(letters)));

  test("the six calls of the commit message's table", () => {
    expect(told('EEPRDD')).toEqual(['enter 1,1', '- 2,1', 'leave 2,0', 'enter 2,1', 'flush 1,1', 'leave 0,0']);
  });

  test('the state is written before its callback, enter too', () => {
    const saw = summariesOf(runOf({ revision }, calls('EEPRDD'))).flatMap(({ callbacks }) =>
      callbacks.map(({ callback, fields }) => `${callback}@${Object.values(fields)}`),
    );
    expect(saw).toEqual(['enter@1,1', 'leave@2,0', 'enter@2,1', 'flush@1,1', 'leave@0,0']);
  });

  test('T22: a double disable warns, wraps to 255, flushes, and is not active', () => {
    const trace = runOf({ revision }, calls('EDD'));
    expect(describeRows(trace)).toEqual(['enter 1,1', 'leave 0,0', 'WARN_ONCE+WARN+flush 255,0']);
    expect(summariesOf(trace).at(-1)?.active).toBe(false);
    expect(trace.end.over).toBeNull();
  });

  test('T22: underflow and overflow warn once a site, the other checks every time', () => {
    expect(told('DED')).toEqual(['WARN_ONCE+WARN+flush 255,0', 'WARN_ONCE+WARN 0,0', '(once)+WARN+flush 255,0']);
  });

  test('T22: the 256th nested enable warns and wraps, the 257th enters again', () => {
    expect(told('E'.repeat(257)).slice(-3)).toEqual(['- 255,1', 'WARN_ONCE 0,1', 'enter 1,1']);
  });

  test('a pause and resume outside a section warn, leave and enter', () => {
    expect(told('PR')).toEqual(['WARN+leave 0,0', 'WARN+enter 0,1']);
    expect(findingsOf(runOf({ revision }, calls('PR')))).toContain('2 resume-restores');
  });

  test('a section while paused warns at both ends, and its disable flushes', () => {
    expect(told('EPEDRD')).toEqual([
      ...['enter 1,1', 'leave 1,0', 'WARN 2,0', 'WARN+flush 1,0', 'enter 1,1', 'leave 0,0'],
    ]);
  });

  test('a disable while paused leaves a second time, a nested pause too', () => {
    expect(told('EPD').at(-1)).toBe('WARN+leave 0,0');
    expect(told('EPP').at(-1)).toBe('WARN+leave 1,0');
  });
});

test('the statements of enable: two checks, the increment, the condition, active, enter', () => {
  const { codes } = runOf({ revision: 'v4-07' }, []).world;
  const enable = codes.enable?.instructions.flatMap((one) => ('number' in one ? [`${one.number} ${one.op}`] : []));
  expect(enable).toEqual(['1 check', '2 check', '3 write', '4 branch', '5 write', '6 callback']);
  const both = codes.disable?.instructions.flatMap((one) => ('number' in one ? [`${one.number} ${one.op}`] : []));
  expect(both).toEqual(['1 check', '2 check', '3 write', '4 branch', '5 write', '6 callback', '7 callback']);
});

test('patch 7 alone lets an interrupt end the section of the task, the whole series does not', () => {
  const program = [...calls('E'), irq(...calls('D')), ...calls('D')];
  const trace = runOf({ revision: 'v4-07' }, program);
  expect(describeRows(trace)).toEqual(['enter 1,1', '- 1,1', 'leave 0,0', '- 0,0', 'WARN_ONCE+WARN+flush 255,0']);
  expect(findingsOf(trace)).toContain('4 interrupt-isolation.state');
  expect(findingsOf(runOf({ revision: 'v4' }, program))).toEqual([]);
});
