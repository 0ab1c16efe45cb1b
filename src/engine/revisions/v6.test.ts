import { describe, expect, test } from 'vitest';
import { bh, calls, describeRows, findingsOf, irq, runOf, summariesOf, switchTo } from '../testing.ts';

/** The two are one for the four public helpers: 7.2 only moved the bodies of pause and resume. */
describe.each(['v6', 'v7.2'])('%s', (revision) => {
  const told = (letters: string) => describeRows(runOf({ revision }, calls(letters)));
  const active = (letters: string) => summariesOf(runOf({ revision }, calls(letters))).map((row) => row.active);

  test("the six calls of the commit message's table", () => {
    expect(told('EEPRDD')).toEqual(['enter 1,0', '- 2,0', 'leave 2,1', 'enter 2,0', 'flush 1,0', 'leave 0,0']);
  });

  test('a double disable warns once, wraps, and leaves the mode active outside any section', () => {
    expect(told('EDD')).toEqual(['enter 1,0', 'leave 0,0', 'WARN_ONCE+flush 255,0']);
    expect(active('EDD')).toEqual([true, false, true]);
    expect(findingsOf(runOf({ revision }, calls('EDD')))).toEqual([
      '3 kernel-check.disable.2',
      '3 callbacks-alternate.flush',
      '3 active-entered-agree',
      '3 active-outside-section',
    ]);
  });

  test('after a double disable sections are upside down: inactive inside, active outside', () => {
    expect(told('EDDED').slice(3)).toEqual(['WARN_ONCE 0,0', '(once)+flush 255,0']);
    expect(active('EDDED').slice(3)).toEqual([false, true]);
  });

  test('T22: the 256th enable wraps to 0 and ends batching, as many disables bring it back', () => {
    const trace = runOf({ revision }, calls('E'.repeat(256) + 'D'.repeat(256)));
    const lines = describeRows(trace);
    const rows = summariesOf(trace);
    expect(lines.slice(0, 2)).toEqual(['enter 1,0', '- 2,0']);
    expect(lines.slice(254, 258)).toEqual(['- 255,0', 'WARN_ONCE 0,0', 'WARN_ONCE+flush 255,0', 'flush 254,0']);
    expect(lines.slice(-2)).toEqual(['flush 1,0', 'leave 0,0']);
    expect([rows[254], rows[255]].map((row) => [row?.active, row?.entered])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(rows.at(-1)).toMatchObject({ active: false, entered: false, pending: 0 });
  });

  test('a resume alone warns, and from then on every section is ignored', () => {
    expect(told('RED')).toEqual(['WARN_ONCE 0,255', '- 0,255', '- 0,255']);
    expect(told('ERD')).toEqual(['enter 1,0', 'WARN_ONCE 1,255', '- 1,255']);
    const rows = summariesOf(runOf({ revision }, calls('ERD')));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'ignored']);
  });

  test('a pause and resume outside a section change the count, call nothing and do not warn', () => {
    expect(told('PR')).toEqual(['- 0,1', '- 0,0']);
    expect(findingsOf(runOf({ revision }, calls('PR')))).toEqual([]);
  });

  test('a section inside a pause is ignored whole', () => {
    expect(told('PEDR')).toEqual(['- 0,1', '- 0,1', '- 0,1', '- 0,0']);
    expect(findingsOf(runOf({ revision }, calls('PEDR')))).toEqual([]);
  });

  test('a disable inside a pause is ignored, its section stays open, and nothing in the kernel warns', () => {
    const trace = runOf({ revision }, calls('EPDR'));
    expect(describeRows(trace)).toEqual(['enter 1,0', 'leave 1,1', '- 1,1', 'enter 1,0']);
    expect(summariesOf(trace).at(-1)).toMatchObject({ active: true, checks: [] });
    expect(findingsOf(trace)).toEqual(['3 ignored-call.disable', '4 active-outside-section']);
  });

  test('an enable inside a pause is ignored, its disable underflows', () => {
    expect(told('PERD')).toEqual(['- 0,1', '- 0,1', '- 0,0', 'WARN_ONCE+flush 255,0']);
    expect(findingsOf(runOf({ revision }, calls('PERD')))).toContain('4 ignored-call.enable');
  });

  test('of nested pauses the first leaves and the last enters', () => {
    expect(told('EPPRRD')).toEqual(['enter 1,0', 'leave 1,1', '- 1,2', '- 1,1', 'enter 1,0', 'leave 0,0']);
  });

  test('with bottom halves off in between, the disable is ignored and the section leaks', () => {
    const trace = runOf({ revision }, [...calls('E'), bh('off'), ...calls('D'), bh('on')]);
    expect(describeRows(trace)).toEqual(['enter 1,0', '- 1,0', '- 1,0', '- 1,0']);
    expect(summariesOf(trace).map((row) => row.active)).toEqual([true, false, false, true]);
    expect(findingsOf(trace)).toContain('3 ignored-call.disable');
    expect(summariesOf(trace).flatMap(({ checks }) => checks)).toEqual([]);
  });

  test('the kernel unit test: eleven questions, with the counters and callbacks behind them', () => {
    expect(active('EEDPEDPRRD')).toEqual([true, true, true, false, false, false, false, false, true, false]);
    expect(told('EEDPEDPRRD')).toEqual([
      ...['enter 1,0', '- 2,0', 'flush 1,0', 'leave 1,1', '- 1,1', '- 1,1', '- 1,2', '- 1,1', 'enter 1,0', 'leave 0,0'],
    ]);
    expect(findingsOf(runOf({ revision }, calls('EEDPEDPRRD')))).toEqual([]);
  });

  test('the counter is ahead of its callback: active during enter and flush, not during leave', () => {
    const saw = (letters: string) =>
      summariesOf(runOf({ revision }, calls(letters))).flatMap(({ callbacks }) =>
        callbacks.map(({ callback, fields: state }) => `${callback}@${Object.values(state)}`),
      );
    expect(saw('EEPRDD')).toEqual(['enter@1,0', 'leave@2,1', 'enter@2,0', 'flush@1,0', 'leave@0,0']);
  });

  test('in interrupt context all four helpers return before any check', () => {
    const trace = runOf({ revision }, [irq(...calls('DRPE'))]);
    expect(describeRows(trace)).toEqual(['- 0,0', '- 0,0', '- 0,0', '- 0,0', '- 0,0', '- 0,0']);
    expect(summariesOf(trace).slice(1, 5)).toMatchObject(Array(4).fill({ outcome: 'ignored', active: false }));
  });

  test('the counters are the task’s own: another task has its own section, on the same CPU or not', () => {
    const trace = runOf({ revision }, [...calls('EE'), switchTo('B', 1), ...calls('E'), switchTo('A'), ...calls('D')]);
    expect(trace.end.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 0 });
    expect(trace.end.tasks.B?.fields).toEqual({ enable_count: 1, pause_count: 0 });
    expect(summariesOf(trace).at(-1)?.others).toEqual({ B: { enable_count: 1, pause_count: 0 } });
  });
});

test('the statements of enable are the interrupt-or-paused test, a check, the increment, the condition, enter', () => {
  const { codes } = runOf({ revision: 'v6' }, []).world;
  expect(codes.enable?.instructions.flatMap((one) => ('number' in one ? [`${one.number} ${one.op}`] : []))).toEqual([
    '1 branch',
    '2 check',
    '3 write',
    '4 branch',
    '5 callback',
  ]);
});
