/**
 * Runs the queries of known-issues.ts: each has a shortest program of exactly the given length, or none in the whole
 * state space. Where no architecture is named, a program is searched for on each, and absence is proved on one; that
 * two revisions do not differ is proved on each.
 */
import { expect, test } from 'vitest';
import { printEvent } from '../../notation/text/print.ts';
import { KNOWN_ISSUES, type KnownIssue, queriesForIssue } from './known-issues.ts';
import { runQuery } from './query.ts';

const setupName = ({ setup }: KnownIssue) => `${setup.revision} on ${setup.backend ?? 'any'}`;
const named = KNOWN_ISSUES.map((found) => ({ ...found, on: setupName(found) }));

const IDS = 'F1 F2 F3 F4 F5 F5b F5c F6 F6 F7 F7b F8 F8b F9 F10 F10 F11 F11b F12 F13 F14';

test('the list of known issues is complete', () => {
  expect(KNOWN_ISSUES.map(({ id }) => id).join(' ')).toBe(IDS);
});

const FOUND = named.filter(({ length }) => length !== null);

test.each(FOUND)('$id on $on has a shortest program of length $length', (found) => {
  for (const query of queriesForIssue(found)) {
    const { target } = query;
    const rule = target.kind === 'rule' ? { rule: target.rule } : {};
    const answer = runQuery(query);
    expect(answer, query.setup.backend).toMatchObject({
      ok: true,
      value: { verdict: 'violated', length: found.length, finding: { ...rule, ...found.finding } },
    });
  }
});

const ABSENT = named.filter(({ length, target }) => length === null && target.kind !== 'differ');

test.each(ABSENT)('$id on $on has no program', (found) => {
  const [query] = queriesForIssue(found);
  const answer = query && runQuery(query);
  expect(answer).toMatchObject({ ok: true, value: { verdict: 'holds' } });
  // The counters took every value they can have.
  expect(answer?.ok && answer.value.states).toBeGreaterThan(255);
});

test.each(named.filter(({ id }) => id === 'F13'))('$id: no difference on any architecture', (found) => {
  for (const query of queriesForIssue(found)) {
    expect(runQuery(query), query.setup.backend).toMatchObject({ ok: true, value: { verdict: 'holds' } });
  }
});

test('the program of F14 is scenario [B] of the discussion', () => {
  const found = KNOWN_ISSUES.find(({ id }) => id === 'F14') as KnownIssue;
  const programs = queriesForIssue(found).map((query) => {
    const answer = runQuery(query);
    return answer.ok && answer.value.verdict === 'violated' && answer.value.program.map(printEvent).join('; ');
  });
  expect(new Set(programs)).toEqual(new Set(['pause']));
});
