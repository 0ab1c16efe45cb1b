import { expect, test } from 'vitest';
import type { Setup } from '../../engine/model.ts';
import { setupOf } from '../../engine/setup/world.ts';
import { bh, exit, page } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Cause, isNewCause } from '../kernel-space/cause.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from './check.ts';
import { type Counterexample, type Query, runQuery } from './query.ts';
import { scopeOf } from './testing.ts';

const queryWith = (change: Partial<Query> = {}): Query => ({
  setup: setupOf({}),
  target: { kind: 'any' },
  scope: scopeOf('EDPR'),
  bounds: DEFAULT_BOUNDS,
  knownCauses: [],
  ...change,
});

const found = (query: Query): Counterexample => {
  const reply = runQuery(query);
  if (!reply.ok || reply.value.verdict !== 'violated') throw new Error(JSON.stringify(reply));
  return reply.value;
};

const summarise = ({ program, length, finding }: Counterexample) =>
  `${length} ${program.map(printEvent).join('; ')}: ${finding?.rule}${finding?.sub ? `.${finding.sub}` : ''}`;

/** All counterexamples of a query, each by another cause than those before it, and the final verdict. */
function allCauses(query: Query): string[] {
  const lines: string[] = [];
  let knownCauses: readonly Cause[] = [];
  for (;;) {
    const reply = runQuery({ ...query, knownCauses });
    if (!reply.ok || reply.value.verdict !== 'violated')
      return [...lines, reply.ok ? reply.value.verdict : reply.error];
    const { causes } = reply.value;
    expect(
      causes.some((cause) => isNewCause(knownCauses, cause)),
      'a cause is told once',
    ).toBe(true);
    lines.push(summarise(reply.value));
    knownCauses = [...knownCauses, ...causes];
  }
}

test('a repeated query finds another cause, never a shorter program, until there is none', () => {
  const scope = scopeOf('EDPR', { callers: 'paired' });
  expect(allCauses(queryWith({ scope, bounds: { maxLength: 4, maxStates: 1e6 } }))).toEqual([
    '3 enable; pause; disable: ignored-call.disable',
    '4 enable; pause; disable; resume: active-outside-section',
    '4 pause; enable; resume; disable: kernel-check.disable.2',
    'bounded',
  ]);
  const checks = allCauses(queryWith({ target: { kind: 'rule', rule: 'kernel-check', sub: null } }));
  expect(checks).toEqual([
    '1 disable: kernel-check.disable.2',
    '1 resume: kernel-check.resume.2',
    '2 disable; enable: kernel-check.enable.2',
    '2 resume; pause: kernel-check.pause.2',
    'holds',
  ]);
});

const differing = (setup: Partial<Setup>, other: Partial<Setup>, change: Partial<SearchScope>, maxLength = 9) =>
  allCauses(
    queryWith({
      setup: setupOf(setup),
      target: { kind: 'differ', other: setupOf(other) },
      scope: scopeOf('EDPR', change),
      bounds: { maxLength, maxStates: 1e6 },
    }),
  );

test('differences are distinguished by what differs, by helper and by direction', () => {
  // v4 warns about a pause outside a section, and acts on calls while paused; v6 ignores those.
  expect(differing({ revision: 'v4' }, {}, { callers: 'balanced' })).toEqual([
    '1 pause: difference.pause',
    '2 pause; enable: difference.enable',
    '2 pause; resume: difference.resume',
    '3 enable; pause; enable: difference.enable',
    '3 pause; enable; disable: difference.disable',
    '4 enable; pause; enable; disable: difference.disable',
    '4 pause; enable; enable; disable: difference.disable',
    'bounded',
  ]);
  expect(differing({ revision: 'v3' }, {}, { callers: { legal: 'v3' } }, Number.POSITIVE_INFINITY)).toEqual(['holds']);
});

test('once a run ends or another task runs, later differences are not compared', () => {
  const xen = { backend: 'xen-pv' };
  const ends = differing(xen, { ...xen, era: '7.1' }, { callers: 'paired' }, 6);
  expect(ends).toEqual(['5 pause; enable; resume; disable; pause: difference.pause', 'bounded']);
  const alphabet = [page('set', 1), bh('off'), bh('on'), exit];
  const switched = differing(
    { revision: 'pre', era: '6.19', backend: 'sparc64' },
    { backend: 'sparc64' },
    {
      ...{ callers: 'paired', tasks: 2, cpus: 2, preempt: 'calls', interrupts: 'calls', alphabet },
    },
    3,
  );
  expect(switched.at(-1)).toBe('bounded');
  expect(switched.slice(0, -1).some((line) => line.endsWith('.switch'))).toBe(true);
});

test('the two crashes of Xen are two causes of one rule', () => {
  const scope = scopeOf('EDPR', { callers: 'paired', preempt: 'statements' });
  const target = { kind: 'rule', rule: 'arch-bug', sub: null } as const;
  const bounds = { maxLength: 4, maxStates: 1e6 };
  const [enable, disable] = allCauses(queryWith({ setup: setupOf({ backend: 'xen-pv' }), target, scope, bounds }));
  expect(enable).toContain('{ switch B; switch A }: arch-bug.enter');
  expect(disable).toContain(': arch-bug.leave');
});

test('a counterexample opens at the statement that its finding names', () => {
  const { slot, moment, finding } = found(queryWith({ setup: setupOf({ revision: 'v3-07' }) }));
  expect({ slot, moment, statement: finding?.statement }).toEqual({ slot: 0, moment: 0, statement: 1 });
});

test('a difference has a step, and a reached state has no finding', () => {
  const differ = found(
    queryWith({
      setup: setupOf({ revision: 'v4' }),
      target: { kind: 'differ', other: setupOf({}) },
      scope: scopeOf('EDPR', { callers: 'balanced' }),
    }),
  );
  expect(summarise(differ)).toBe('1 pause: difference.pause');
  const goal = [{ task: 'A', what: 'enable_count', compare: '=', value: 2 }] as const;
  const reached = found(queryWith({ target: { kind: 'reach', goal } }));
  expect(reached).toMatchObject({ length: 2, slot: 1, moment: null, finding: null, causes: [] });
});

test('queries and verdicts survive structured cloning', () => {
  const query = queryWith();
  expect(structuredClone(query)).toEqual(query);
  const reply = runQuery(query);
  expect(structuredClone(reply)).toEqual(reply);
});

test('an invalid query is rejected with a reason', () => {
  expect(runQuery(queryWith({ setup: setupOf({ revision: 'pre', era: '7.0' }) }))).toEqual({
    ok: false,
    error: expect.stringContaining('pre cannot run on kernel 7.0'),
  });
  const scope = scopeOf('ED', { preempt: 'statements' });
  expect(runQuery(queryWith({ scope, target: { kind: 'differ', other: setupOf({ revision: 'v3' }) } }))).toMatchObject({
    ok: false,
  });
});

test('matched calls can be limited in what is open at once', () => {
  const target = { kind: 'rule', rule: 'arch-bug', sub: null } as const;
  const at = (enables: number, pauses: number) =>
    runQuery(queryWith({ target, scope: scopeOf('EDPR', { callers: 'paired', open: { enables, pauses } }) }));
  // The counter, and what the caller has open of each kind: enables ignored while paused separate the two.
  expect(at(1, 0)).toEqual({ ok: true, value: { verdict: 'holds', states: 2 } });
  expect(at(255, 0)).toEqual({ ok: true, value: { verdict: 'holds', states: 256 } });
  expect(at(0, 255)).toEqual({ ok: true, value: { verdict: 'holds', states: 256 } });
  expect(at(255, 1)).toEqual({ ok: true, value: { verdict: 'holds', states: 256 * 256 * 2 } });
});

test('properly nested calls can be limited in what is open at once', () => {
  const target = { kind: 'rule', rule: 'arch-bug', sub: null } as const;
  const at = (enables: number, pauses: number, change: Partial<SearchScope> = {}) =>
    runQuery(
      queryWith({ target, scope: scopeOf('EDPR', { callers: 'balanced', open: { enables, pauses }, ...change }) }),
    );
  // One state per order of open calls: none, E, EE; and none, E, P, EP, PE.
  expect(at(2, 0)).toEqual({ ok: true, value: { verdict: 'holds', states: 3 } });
  expect(at(1, 1)).toEqual({ ok: true, value: { verdict: 'holds', states: 5 } });
  expect(at(1, 1, { tasks: 2, preempt: 'calls' })).toMatchObject({ value: { verdict: 'holds' } });
});
