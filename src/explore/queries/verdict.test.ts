import { expect, test } from 'vitest';
import type { QueryTarget, Verdict } from './query.ts';
import { describeVerdict } from './verdict.ts';

const rule: QueryTarget = { kind: 'rule', rule: 'arch-bug', sub: null };
const violated = (length: number): Verdict => ({
  ...({ verdict: 'violated', states: 9, length, program: [], slot: 0, moment: null, finding: null } as const),
  checks: [],
  causes: [],
});

test.each([
  [
    rule,
    { verdict: 'holds', states: 9 },
    1,
    'It never breaks. The whole reachable space was searched, programs of every length.',
  ],
  [
    rule,
    { verdict: 'holds', states: 21, statesPerTask: 3 },
    1,
    'It never breaks. All 3 states of one task were searched, programs of every length. What the other has changes nothing of what it does, so that each occurs with each of the other: that is the whole reachable space.',
  ],
  [
    rule,
    { verdict: 'holds', states: 9 },
    3,
    'There is no other cause: 2 were shown, and the whole reachable space has no more.',
  ],
  [rule, violated(3), 1, 'It breaks: a program of length 3, and none is shorter.'],
  [rule, violated(4), 2, 'It breaks: a program of length 4, and none with another cause than those shown is shorter.'],
  [{ kind: 'reach', goal: [] }, violated(0), 1, 'It is reached at the start.'],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 9, length: 7, by: 'states' },
    1,
    'Not decided: the search stopped at 9 states, which is more than was asked for. Up to length 7 nothing goes wrong.',
  ],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 9, length: 7, by: 'memory' },
    1,
    'Not decided: the search stopped because there is no more memory. Up to length 7 nothing goes wrong.',
  ],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 1, length: 0, by: 'cancelled' },
    1,
    'Not decided: the search stopped at a request. Nothing is known yet.',
  ],
] as const)('%j: %j is the %i.: %s', (target, reply, causeNumber, text) => {
  expect(describeVerdict(target, reply as Verdict, causeNumber)).toBe(text);
});
