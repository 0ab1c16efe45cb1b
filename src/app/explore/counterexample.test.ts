import { expect, test } from 'vitest';
import { inspect, run } from '../../engine/run/run.ts';
import { prepare, setupOf, type World } from '../../engine/setup/world.ts';
import { KNOWN_ISSUES, type KnownIssue, queryForIssue } from '../../explore/queries/known-issues.ts';
import { type Counterexample, type Query, runQuery } from '../../explore/queries/query.ts';
import { describeStep } from '../../layout/inspector/step.ts';
import { resolveRequest } from '../document/open-request.ts';
import { at, flat, stateOf } from '../testing.ts';
import { counterexampleRequest } from './counterexample.ts';

/** What a known issue opens: title, program, position. */
function opens(query: Query) {
  const reply = runQuery(query);
  const opening = counterexampleRequest(query, (reply.ok ? reply.value : null) as Counterexample);
  const state = { ...stateOf(''), ...resolveRequest(opening) };
  return [opening.document.title, flat(state), at(state)];
}

const queryOf = (id: string) => {
  const found = KNOWN_ISSUES.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return queryForIssue(found);
};

test('a counterexample opens as a document of its own, at the statement of its finding', () => {
  expect(opens(queryOf('F4'))).toEqual(['v3-07 on arm64 hits a BUG in disable', 'disable', '0.0']);
  expect(opens(queryOf('F5b'))).toEqual([
    'v6 on arm64 breaks active-outside-section',
    'enable; pause; disable; resume',
    '3',
  ]);
  expect(opens(queryOf('F14'))).toEqual(['v4 on arm64 differs from v6 on arm64', 'pause', '0']);
});

test.each(KNOWN_ISSUES.flatMap((one) => (one.length === null || one.target.kind === 'differ' ? [] : [[one.id, one]])))(
  '%s opens at the first step or statement at which its finding is told',
  (_, found) => {
    const query = queryForIssue(found as KnownIssue);
    const reply = runQuery(query);
    const counterexample = (reply.ok ? reply.value : null) as Counterexample;
    const { document, row, moment } = counterexampleRequest(query, counterexample);
    const world = prepare(document.setup);
    const trace = run((world.ok ? world.value : null) as World, document.program);
    const detail = inspect(trace, trace.slotOf(row));
    const told = (at: number | null) =>
      describeStep(trace, detail, at).findings.some(({ clause }) => clause === counterexample.finding?.clause);
    expect(told(moment)).toBe(true);
    if (moment !== null) expect(told(moment - 1)).toBe(false);
  },
);

test('a state reached at the start opens before the first step', () => {
  const goal = [{ task: 'A', what: 'enable_count', compare: '=', value: 0 }] as const;
  const query: Query = { ...queryOf('F5'), setup: setupOf({}), target: { kind: 'reach', goal } };
  expect(opens(query)).toEqual(['v6 on arm64 reaches enable_count = 0', '', '-1']);
});
