import { assertNever } from '../../lib/assert.ts';
import { describeStop } from './descriptions.ts';
import type { QueryTarget, Verdict } from './query.ts';

/** Describes a verdict in a sentence or two. `causeNumber` is the 1-based index of the cause that was searched for. */
export function describeVerdict(target: QueryTarget, verdict: Verdict, causeNumber: number): string {
  const isRepeated = causeNumber > 1;
  switch (verdict.verdict) {
    case 'holds':
      return isRepeated
        ? `No other cause. The whole state space has only the ${causeNumber === 2 ? 'one' : causeNumber - 1} shown.`
        : `${HOLDS[target.kind]}. ${coverageText(verdict)}`;
    case 'bounded': {
      const searched = isRepeated ? 'No other cause found' : NOT_FOUND[target.kind];
      const known = verdict.length > 0 ? `${searched} up to length ${verdict.length}` : 'Nothing is known yet';
      return `Inconclusive: the search ${describeStop(verdict)}. ${known}.`;
    }
    case 'violated': {
      if (verdict.length === 0) return `${FOUND[target.kind]} at the start`;
      const cause = isRepeated ? ` (cause ${causeNumber})` : '';
      return `${FOUND[target.kind]}${cause}. Shortest program: ${verdict.length} ${verdict.length === 1 ? 'event' : 'events'}`;
    }
    default:
      return assertNever(verdict);
  }
}

const coverageText = ({ statesPerTask }: Verdict & { verdict: 'holds' }): string =>
  statesPerTask === undefined
    ? 'Searched the whole state space, programs of any length.'
    : `Searched all ${statesPerTask} states of one task, programs of any length. The tasks are independent: every state of one occurs with every state of the other, and that is the whole state space.`;

const HOLDS: Readonly<Record<QueryTarget['kind'], string>> = {
  any: 'No problems found',
  rule: 'The rule always holds',
  reach: 'The state is unreachable',
  differ: 'No observable difference',
};
const NOT_FOUND: typeof HOLDS = {
  any: 'No problem found',
  rule: 'No violation found',
  reach: 'State not reached',
  differ: 'No difference found',
};
const FOUND: typeof HOLDS = {
  any: 'Problem found',
  rule: 'Rule violated',
  reach: 'State reached',
  differ: 'Difference found',
};
