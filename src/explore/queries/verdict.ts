import { assertNever } from '../../lib/assert.ts';
import { describeStop } from './descriptions.ts';
import type { QueryTarget, Verdict } from './query.ts';

/** An answer in a sentence or two. `nth`: the how manieth cause was looked for. */
export function describeVerdict(target: QueryTarget, reply: Verdict, causeNumber: number): string {
  const more = causeNumber > 1;
  switch (reply.verdict) {
    case 'holds':
      return more
        ? `There is no other cause: ${causeNumber === 2 ? 'one was' : `${causeNumber - 1} were`} shown, and the whole reachable space has no more.`
        : `${NEVER[target.kind]}. ${searchedText(reply)}`;
    case 'bounded': {
      const upTo =
        reply.length > 0
          ? `Up to length ${reply.length} ${more ? 'no other cause shows' : NOT_YET[target.kind]}`
          : 'Nothing is known yet';
      return `Not decided: the search ${describeStop(reply)}. ${upTo}.`;
    }
    case 'violated': {
      if (reply.length === 0) return `${FOUND[target.kind]} at the start.`;
      const others = more ? ', and none with another cause than those shown is shorter' : ', and none is shorter';
      return `${FOUND[target.kind]}: a program of length ${reply.length}${others}.`;
    }
    default:
      return assertNever(reply);
  }
}

const searchedText = ({ statesPerTask: each }: Verdict & { verdict: 'holds' }): string =>
  each === undefined
    ? 'The whole reachable space was searched, programs of every length.'
    : `All ${each} states of one task were searched, programs of every length. What the other has changes nothing of what it does, so that each occurs with each of the other: that is the whole reachable space.`;

const NEVER: Readonly<Record<QueryTarget['kind'], string>> = {
  any: 'Nothing goes wrong',
  rule: 'It never breaks',
  reach: 'It is never reached',
  differ: 'They never differ',
};
const NOT_YET: typeof NEVER = {
  any: 'nothing goes wrong',
  rule: 'it does not break',
  reach: 'it is not reached',
  differ: 'they do not differ',
};
const FOUND: typeof NEVER = {
  any: 'Something goes wrong',
  rule: 'It breaks',
  reach: 'It is reached',
  differ: 'They differ',
};
