import type { Trace } from '../engine/run.ts';
import { FINDING_KINDS, type FindingKind, kindOfFinding } from '../layout/finding-kind.ts';
import { memoLast } from './memo.ts';
import { countsBySlot } from './slots.ts';
import type { AppState } from './state.ts';

/** The run itself, or while it is under way the last one that was whole: for what is always in sight. */
let known: Trace | null = null;
export const knownIn = memoLast((trace: Trace, whole: boolean): Trace | null => {
  if (whole) known = trace;
  return known;
});

/** How many findings each slot has. */
export const findingsBySlot = countsBySlot(({ findings }) => findings.length);

/** How many findings the run that is looked at has in all. */
export const countFindings = memoLast((trace: Trace): number => sumOf(findingsBySlot(trace)));

/** How many of the kinds that a person wants to see. */
export const shownBySlot = ({ trace, muted }: Pick<AppState, 'trace' | 'muted'>): Uint32Array =>
  muted.length === 0 ? findingsBySlot(trace) : countsWithout(muted)(trace);

const countsWithout = memoLast((muted: AppState['muted']) =>
  countsBySlot(({ findings }) => findings.filter((finding) => !muted.includes(kindOfFinding(finding))).length),
);

/** The kinds of findings that the run has, the gravest first, and how many of each. */
export const selectKinds = ({ trace }: Pick<AppState, 'trace'>) => kindsOf(knownIn(trace, trace.whole));

const kindsOf = memoLast((trace: Trace | null): readonly { readonly kind: FindingKind; readonly count: number }[] =>
  FINDING_KINDS.flatMap((kind) => {
    if (!trace) return [];
    const counts = countsBySlot(({ findings }) => findings.filter((one) => kindOfFinding(one) === kind).length)(trace);
    const count = sumOf(counts);
    return count === 0 ? [] : [{ kind, count }];
  }),
);

/** How many findings a run has in all, remembered: of the runs that are not looked at this is all that is asked. */
export function findingsIn(trace: Trace): number {
  const known = sums.get(trace);
  if (known !== undefined) return known;
  const sum = sumOf(elsewhere(trace));
  sums.set(trace, sum);
  return sum;
}

const sums = new WeakMap<Trace, number>();
/** A memory of its own, so that the run that is looked at keeps its. */
const elsewhere = countsBySlot(({ findings }) => findings.length);

const sumOf = (counts: Uint32Array): number => counts.reduce((a, b) => a + b, 0);
