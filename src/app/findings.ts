import type { Trace } from '../engine/run.ts';
import { type FindingView, findingView } from '../layout/step.ts';
import { printRow } from '../notation/print.ts';
import { memoLast } from './memo.ts';
import { countsBySlot } from './slots.ts';
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

/** The same for what is always in sight: while a run is under way, those of the last one that was whole. */
export const selectKnownFindings = ({ trace }: Pick<AppState, 'trace'>): Found => knownIn(trace, trace.whole);

let known: Found = { items: [], more: 0 };
const knownIn = memoLast((trace: Trace, whole: boolean): Found => {
  if (whole) known = findingsOf(trace);
  return known;
});

/** How many findings each slot has. */
export const findingsBySlot = countsBySlot(({ findings }) => findings.length);

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

const findingsOf = memoLast((trace: Trace): Found => {
  const counts = findingsBySlot(trace);
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
      items.push({ slot, row: row.number, event, finding: findingView(finding, checks) });
    }
  }
  return { items, more };
});
