import type { Trace } from '../engine/run.ts';
import { FINDING_KINDS, type FindingKind, kindOfFinding } from '../layout/finding-kind.ts';
import { type FindingView, findingView } from '../layout/step.ts';
import { printRow } from '../notation/print.ts';
import { memoLast } from './memo.ts';
import { countsBySlot, timesOf } from './slots.ts';
import type { AppState } from './state.ts';

/** A finding and where it was made. */
export interface FoundAt {
  readonly slot: number;
  /** Row of the program, and its event in the notation. */
  readonly row: number;
  readonly event: string;
  readonly finding: FindingView;
}

export interface Found {
  readonly items: readonly FoundAt[];
  /** How many more there are than `items` has. */
  readonly more: number;
}

/** Findings that are listed; a long run may have as many as it has rows. */
const MOST = 1000;

export const countIn = ({ items, more }: Found): number => items.length + more;

/** All findings of the run, in time order. */
export const selectFindings = ({ trace }: Pick<AppState, 'trace'>): Found => findingsOf(trace);

/** Those of the kinds that a person wants to see; while a run is under way, of the last one that was whole. */
export const selectShownFindings = ({ trace, muted }: Pick<AppState, 'trace' | 'muted'>): Found =>
  shownOf(knownIn(trace, trace.whole), muted);

/** The run itself, or while it is under way the last one that was whole: for what is always in sight. */
let known: Trace | null = null;
const knownIn = memoLast((trace: Trace, whole: boolean): Trace | null => {
  if (whole) known = trace;
  return known;
});

/** How many findings each slot has. */
export const findingsBySlot = countsBySlot(({ findings }) => findings.length);

/** How many of the kinds that a person wants to see. */
export const shownBySlot = ({ trace, muted }: Pick<AppState, 'trace' | 'muted'>): Uint32Array =>
  muted.length === 0 ? findingsBySlot(trace) : countsWithout(muted)(trace);

const countsWithout = memoLast((muted: AppState['muted']) =>
  countsBySlot(({ findings }) => findings.filter((finding) => !muted.includes(kindOfFinding(finding))).length),
);

/** The kinds of findings that the run has, the gravest first, and how many of each. */
export const selectKinds = ({ trace }: Pick<AppState, 'trace'>) => kindsOf(knownIn(trace, trace.whole));

const kindsOf = memoLast((trace: Trace | null): readonly { readonly kind: FindingKind; readonly count: number }[] => {
  if (!trace) return [];
  const counts = new Map<FindingKind, number>();
  timesOf(trace).forEach((times, number) => {
    if (times === 0) return;
    for (const finding of trace.kept.table.summary(number).findings) {
      const kind = kindOfFinding(finding);
      counts.set(kind, (counts.get(kind) ?? 0) + times);
    }
  });
  return FINDING_KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
});

/** How many findings a run has in all, remembered: of the runs that are not looked at this is all that is asked. */
export function findingsIn(trace: Trace): number {
  const known = sums.get(trace);
  if (known !== undefined) return known;
  const sum = elsewhere(trace).reduce((a, b) => a + b, 0);
  sums.set(trace, sum);
  return sum;
}

const sums = new WeakMap<Trace, number>();
/** A memory of its own, so that the run that is looked at keeps its. */
const elsewhere = countsBySlot(({ findings }) => findings.length);

const findingsOf = memoLast((trace: Trace): Found => listOf(trace, []));
const shownOf = memoLast(
  (trace: Trace | null, muted: AppState['muted']): Found => (trace ? listOf(trace, muted) : { items: [], more: 0 }),
);

function listOf(trace: Trace, muted: AppState['muted']): Found {
  const counts = shownBySlot({ trace, muted });
  const items: FoundAt[] = [];
  let more = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    if (items.length + count > MOST) {
      more += count;
      continue;
    }
    const row = trace.rowAt(slot);
    const { findings, checks } = trace.summaryAt(slot);
    const event = printRow(row.event, row.part);
    for (const finding of findings) {
      if (muted.includes(kindOfFinding(finding))) continue;
      items.push({ slot, row: row.number, event, finding: findingView(finding, checks) });
    }
  }
  return { items, more };
}
