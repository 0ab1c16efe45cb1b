import { expect, test } from 'vitest';
import type { QueryTarget, Verdict } from './query.ts';
import { describeVerdict } from './verdict.ts';

const rule: QueryTarget = { kind: 'rule', rule: 'arch-bug', sub: null };
const violationOf = (length: number): Verdict => ({
  ...({ verdict: 'violated', states: 9, length, program: [], slot: 0, moment: null, finding: null } as const),
  checks: [],
  causes: [],
});

test.each([
  [
    rule,
    { verdict: 'holds', states: 9 },
    1,
    'The rule always holds. Searched the whole state space, programs of any length.',
  ],
  [
    rule,
    { verdict: 'holds', states: 21, statesPerTask: 3 },
    1,
    'The rule always holds. Searched all 3 states of one task, programs of any length. The tasks are independent: every state of one occurs with every state of the other, and that is the whole state space.',
  ],
  [rule, { verdict: 'holds', states: 9 }, 3, 'No other cause. The whole state space has only the 2 shown.'],
  [rule, violationOf(3), 1, 'Rule violated. Shortest program: 3 events'],
  [rule, violationOf(4), 2, 'Rule violated (cause 2). Shortest program: 4 events'],
  [{ kind: 'reach', goal: [] }, violationOf(0), 1, 'State reached at the start'],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 9, length: 7, by: 'states' },
    1,
    'Inconclusive: the search stopped at 9 states, which exceeds the limit. No problem found up to length 7.',
  ],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 9, length: 7, by: 'memory' },
    1,
    'Inconclusive: the search ran out of memory. No problem found up to length 7.',
  ],
  [
    { kind: 'any' },
    { verdict: 'bounded', states: 1, length: 0, by: 'cancelled' },
    1,
    'Inconclusive: the search was cancelled. Nothing is known yet.',
  ],
] as const)('the verdict about %j, %j at cause %i, reads: %s', (target, reply, causeNumber, text) => {
  expect(describeVerdict(target, reply as Verdict, causeNumber)).toBe(text);
});
