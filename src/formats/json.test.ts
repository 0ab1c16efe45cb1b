import { expect, test } from 'vitest';
import type { Setup } from '../engine/model.ts';
import { runOf } from '../engine/testing.ts';
import { parseProgram } from '../notation/text/parse.ts';
import { WRITE_DEFAULTS } from './format.ts';
import json from './json.ts';

const linesOf = (text: string, setup: Partial<Setup> = {}, program = 1): string[] => {
  const read = parseProgram(text);
  if (!read.ok) throw new Error(text);
  const out = json.write([runOf(setup, read.value.program)], { ...WRITE_DEFAULTS, program });
  return out.split('\n').slice(0, -1);
};
const stepsFor = (text: string, setup: Partial<Setup> = {}) =>
  linesOf(text, setup).map((line) => JSON.parse(line) as Record<string, unknown>);

const findingsOf = (step: Record<string, unknown> | undefined): string[] => {
  const findings = (step?.findings ?? []) as { rule: string; sub: string | null }[];
  return findings.map(({ rule, sub }) => (sub === null ? rule : `${rule}.${sub}`));
};

test('a step is the object of the design, key by key', () => {
  expect(linesOf('enable; enable; set k1; set k2; disable')[4]).toBe(
    '{"v":1,"program":1,"step":5,"inside":null,"revision":"v6","backend":"arm64","era":"7.0",' +
      '"event":"disable","task":"A","cpu":0,"context":"task",' +
      '"callbacks":[{"callback":"flush","task":"A","statement":6,"saw":{"enable_count":1,"pause_count":0}}],' +
      '"state":{"enable_count":1,"pause_count":0},"active":true,"checks":[],' +
      '"effects":[{"kind":"flush","how":"dsb+isb","entries":1,"cpu":0}],"pending":0,"findings":[]}',
  );
});

test('a second disable is a BUG on v3 07/13, and the trace ends there', () => {
  const steps = stepsFor('enable; disable; disable; enable', { revision: 'v3-07' });
  expect(steps).toHaveLength(3);
  expect(steps[2]).toMatchObject({
    step: 3,
    callbacks: [],
    state: { count: 0, enabled: 0 },
    checks: [{ macro: 'VM_BUG_ON', condition: 'count == 0', statement: 1, fired: true, silent: false }],
    findings: [{ rule: 'kernel-check', sub: 'disable.1', severity: 'bug', values: { count: 0 }, statement: 1 }],
  });
});

test('with checks off it goes on with 255, a flush, and not active', () => {
  const [, , third] = stepsFor('enable; disable; disable', { revision: 'v3-07', checks: 'off' });
  expect(third).toMatchObject({ state: { count: 255, enabled: 0 }, active: false });
  expect(third?.callbacks).toMatchObject([{ callback: 'flush', saw: { count: 255, enabled: 0 } }]);
  expect(third?.checks).toMatchObject([
    { macro: 'VM_BUG_ON', fired: false },
    { macro: 'VM_WARN_ON', fired: false },
  ]);
});

test('on v6 it warns, with 255, a flush, and active outside any section', () => {
  const [, , third] = stepsFor('enable; disable; disable');
  expect(third).toMatchObject({ state: { enable_count: 255, pause_count: 0 }, active: true });
  expect(third?.callbacks).toMatchObject([{ callback: 'flush', statement: 6 }]);
  expect(third?.checks).toMatchObject([{ macro: 'VM_WARN_ON_ONCE', fired: true, silent: false }]);
  expect(findingsOf(third)).toEqual(expect.arrayContaining(['kernel-check.disable.2', 'active-outside-section']));
});

test('a once-check that held again is told, and silent', () => {
  const resumes = stepsFor('resume; pause; resume').filter(({ event }) => event === 'resume');
  expect(resumes.map(({ checks }) => checks)).toMatchObject([
    [{ condition: 'pause_count == 0', fired: true, silent: false }],
    [{ condition: 'pause_count == 0', fired: true, silent: true }],
  ]);
});

test('notes and what is switched off count as steps and print nothing', () => {
  expect(stepsFor('note "x"; enable; ~irq { pause }; disable').map(({ step }) => step)).toEqual([2, 5]);
});

test('what could not happen prints nothing, unless that is a finding', () => {
  expect(stepsFor('enable after 99 { set k1 }').map(({ event }) => event)).toEqual(['enable']);
  const [, refused] = stepsFor('bh off; switch B');
  expect(refused).toMatchObject({ event: 'switch B', findings: [{ rule: 'preempt-forbidden' }] });
});

test('nested steps follow their host and name it', () => {
  const steps = stepsFor('enable after write 1 { irq { enable; disable } }', { revision: 'v4-07' });
  expect(steps.map(({ event, inside, context }) => [event, inside, context])).toEqual([
    ['enable', null, 'task'],
    ['irq', { step: 1, statement: 3 }, 'task'],
    ['enable', { step: 2, statement: null }, 'irq'],
    ['disable', { step: 2, statement: null }, 'irq'],
  ]);
  expect(findingsOf(steps[3])).toContain('callbacks-alternate.flush');
});

test('a summary has the fields of other tasks besides those of its own task', () => {
  const [one, , two] = stepsFor('enable; switch B; pause');
  expect(one).not.toHaveProperty('tasks');
  expect(two).toMatchObject({
    task: 'B',
    state: { enable_count: 0, pause_count: 1 },
    tasks: { A: { enable_count: 1, pause_count: 0 } },
  });
  expect(Object.keys(two ?? {}).slice(11, 15)).toEqual(['callbacks', 'state', 'tasks', 'active']);
});

test('a revision without state has none, and does not know whether it is active', () => {
  expect(stepsFor('enable', { revision: 'pre' })[0]).toMatchObject({ era: '6.19', state: {}, active: null });
});

test('the era is the one that was asked for', () => {
  expect(stepsFor('enable', { era: '7.1' })[0]?.era).toBe('7.1');
});

test('a program among several says which it is', () => {
  expect(linesOf('enable', {}, 17)[0]).toMatch(/^\{"v":1,"program":17,"step":1,/);
});

test('a long run comes in pieces of many lines', () => {
  const read = parseProgram('repeat 1000 { enable; disable }');
  if (!read.ok) throw new Error('the program is right');
  const pieces = [...json.pieces([runOf({}, read.value.program)], WRITE_DEFAULTS)];
  expect(pieces.length).toBeLessThan(20);
  expect(pieces.join('').split('\n')).toHaveLength(2001);
});
