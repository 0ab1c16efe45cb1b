import { describe, expect, test } from 'vitest';
import { calls, describeRows, findingsOf, irq, runOf, summariesOf } from '../testing.ts';

describe.each(['v3-07', 'v3'])('%s', (revision) => {
  const told = (letters: string, checks: 'kernel' | 'off' = 'kernel') =>
    describeRows(runOf({ revision, checks }, calls(letters)));
  const activeAfter = (letters: string, checks: 'kernel' | 'off' = 'kernel') =>
    summariesOf(runOf({ revision, checks }, calls(letters))).at(-1)?.active;

  test("the six calls of the commit message's table", () => {
    expect(told('EEPRDD')).toEqual(['enter 1,1', '- 2,1', 'leave 2,0', 'enter 2,1', 'flush 1,1', 'leave 0,0']);
  });

  test('the state is written after enter and before leave', () => {
    const saw = summariesOf(runOf({ revision }, calls('EEPRDD'))).flatMap(({ callbacks }) =>
      callbacks.map(({ callback, fields }) => `${callback}@${Object.values(fields)}`),
    );
    expect(saw).toEqual(['enter@0,0', 'leave@2,0', 'enter@2,0', 'flush@1,1', 'leave@0,0']);
  });

  test('a double disable is a BUG: the task ends there, the count keeps its value', () => {
    const trace = runOf({ revision }, calls('EDDE'));
    expect(describeRows(trace)).toEqual(['enter 1,1', 'leave 0,0', 'BUG 0,0']);
    expect(trace.end).toMatchObject({ over: 'bug', tasks: { A: { alive: false } } });
    expect(summariesOf(trace).at(-1)).toMatchObject({ outcome: 'ended', findings: [{ severity: 'bug' }] });
  });

  test('a call that a BUG ended is not one that still waits to go on', () => {
    expect(runOf({ revision }, calls('EDD')).unfinished).toEqual([]);
  });

  test('T22: without the checks a double disable goes on: 255, a flush, not active', () => {
    expect(told('EDD', 'off')).toEqual(['enter 1,1', 'leave 0,0', '(off)+(off)+flush 255,0']);
    expect(activeAfter('EDD', 'off')).toBe(false);
  });

  test('after a double disable the task batches only at depth 2', () => {
    expect(told('EDDEDEE', 'off').slice(3)).toEqual([
      ...['(off)+(off) 0,0', '(off)+(off)+flush 255,0', '(off)+(off) 0,0', 'enter 1,1'],
    ]);
  });

  test('T22: the 256th nested enable is a BUG; without the checks it wraps, and the 257th enters again', () => {
    const wall = told('E'.repeat(256));
    expect(wall.slice(-2)).toEqual(['- 255,1', 'BUG 255,1']);
    const lines = told('E'.repeat(257), 'off');
    expect(lines.slice(-3)).toEqual(['- 255,1', '(off) 0,1', 'enter 1,1']);
  });

  test('a pause outside a section warns, and leaves what nobody entered', () => {
    expect(told('P')).toEqual(['WARN+leave 0,0']);
    expect(findingsOf(runOf({ revision }, calls('P')))).toContain('1 callbacks-alternate.leave');
  });

  test('a resume outside a section warns, enters, and is active until a section ends it', () => {
    expect(told('RED')).toEqual(['WARN+enter 0,1', 'enter 1,1', 'leave 0,0']);
    expect([activeAfter('R'), activeAfter('RE'), activeAfter('RED')]).toEqual([true, true, false]);
  });

  test('a section while paused warns at both ends, and its disable flushes', () => {
    expect(told('EPEDRD')).toEqual([
      ...['enter 1,1', 'leave 1,0', 'WARN 2,0', 'WARN+flush 1,0', 'enter 1,1', 'leave 0,0'],
    ]);
  });

  test('a disable while paused warns and leaves a second time', () => {
    expect(told('EPD')).toEqual(['enter 1,1', 'leave 1,0', 'WARN+leave 0,0']);
  });

  test('a second pause warns and leaves again, a resume without a pause warns and enters again', () => {
    expect(told('EPP')).toEqual(['enter 1,1', 'leave 1,0', 'WARN+leave 1,0']);
    expect(told('ER')).toEqual(['enter 1,1', 'WARN+enter 1,1']);
  });

  test('an enable after a pause outside a section enters in silence', () => {
    expect(told('PE')).toEqual(['WARN+leave 0,0', 'enter 1,1']);
    expect(activeAfter('PE')).toBe(true);
  });

  test('a VM_WARN_ON warns every time', () => {
    expect(told('EPPP').slice(2)).toEqual(['WARN+leave 1,0', 'WARN+leave 1,0']);
  });

  test('the calls of the kernel unit test warn at the inner enable, disable and pause, and at a resume', () => {
    const checked = summariesOf(runOf({ revision }, calls('EEDPEDPRRD'))).map(({ checks }) => checks.length);
    expect(checked).toEqual([0, 0, 0, 0, 1, 1, 1, 0, 1, 0]);
  });
});

test('patch 7 alone lets an interrupt move the counters of the task, the whole series does not', () => {
  const program = [...calls('E'), irq(...calls('E')), ...calls('D')];
  expect(describeRows(runOf({ revision: 'v3-07' }, program))).toEqual([
    ...['enter 1,1', '- 1,1', '- 2,1', '- 2,1', 'flush 1,1'],
  ]);
  expect(describeRows(runOf({ revision: 'v3' }, program))).toEqual([
    ...['enter 1,1', '- 1,1', '- 1,1', '- 1,1', 'leave 0,0'],
  ]);
});

test('the whole series answers no in interrupt, patch 7 alone answers for the task', () => {
  const answers = (revision: string) =>
    summariesOf(runOf({ revision }, [...calls('E'), irq()])).map(({ active }) => active);
  expect(answers('v3-07')).toEqual([true, true, true]);
  expect(answers('v3')).toEqual([true, false, true]);
});
