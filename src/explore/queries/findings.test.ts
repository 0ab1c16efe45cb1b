/**
 * What reviewers and users found (known-findings.ts), asked as written there: a program of exactly that length, or absence
 * over the whole reachable space. Where no architecture is named, what is found is looked for on each, and absence is
 * proved on one; that two revisions do not differ, on each.
 */
import { expect, test } from 'vitest';
import { printEvent } from '../../notation/text/print.ts';
import { inquiriesOf, KNOWN_FINDINGS, type KnownFinding } from './known-findings.ts';
import { inquire } from './query.ts';

const asked = ({ setup }: KnownFinding) => `${setup.revision} on ${setup.backend ?? 'any'}`;
const named = KNOWN_FINDINGS.map((found) => ({ ...found, on: asked(found) }));

const IDS = 'F1 F2 F3 F4 F5 F5b F5c F6 F6 F7 F7b F8 F8b F9 F10 F10 F11 F11b F12 F13 F14';

test('they are all there', () => {
  expect(KNOWN_FINDINGS.map(({ id }) => id).join(' ')).toBe(IDS);
});

const FOUND = named.filter(({ length }) => length !== null);

test.each(FOUND)('$id: $on: a shortest program has length $length', (found) => {
  for (const inquiry of inquiriesOf(found)) {
    const { about } = inquiry;
    const rule = about.kind === 'rule' ? { rule: about.rule } : {};
    const answer = inquire(inquiry);
    expect(answer, inquiry.setup.backend).toMatchObject({
      ok: true,
      value: { verdict: 'violated', length: found.length, finding: { ...rule, ...found.finding } },
    });
  }
});

const ABSENT = named.filter(({ length, about }) => length === null && about.kind !== 'differ');

test.each(ABSENT)('$id: $on: there is none', (found) => {
  const [inquiry] = inquiriesOf(found);
  const answer = inquiry && inquire(inquiry);
  expect(answer).toMatchObject({ ok: true, value: { verdict: 'holds' } });
  // The counters were tried at every value that they can have.
  expect(answer?.ok && answer.value.states).toBeGreaterThan(255);
});

test.each(named.filter(({ id }) => id === 'F13'))('$id: no difference on any architecture', (found) => {
  for (const inquiry of inquiriesOf(found)) {
    expect(inquire(inquiry), inquiry.setup.backend).toMatchObject({ ok: true, value: { verdict: 'holds' } });
  }
});

test('F14 is scenario [B] of the discussion', () => {
  const found = KNOWN_FINDINGS.find(({ id }) => id === 'F14') as KnownFinding;
  const programs = inquiriesOf(found).map((inquiry) => {
    const answer = inquire(inquiry);
    return answer.ok && answer.value.verdict === 'violated' && answer.value.program.map(printEvent).join('; ');
  });
  expect(new Set(programs)).toEqual(new Set(['pause']));
});
