import type { Trace } from '../engine/run.ts';
import { type FindingView, findingView } from '../layout/step.ts';
import { printRow } from '../notation/print.ts';
import { memoLast } from './memo.ts';
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

/** All findings of the run, in time order. */
export const selectFindings = ({ trace }: Pick<AppState, 'trace'>): Found => findingsOf(trace);

/** How many findings each slot's summary has, by the summary's number: equal rows are looked at once. */
const countsOf = memoLast((trace: Trace): Uint32Array => {
  const { column } = trace.kept;
  const bySummary: number[] = [];
  const counts = new Uint32Array(trace.length);
  for (let slot = 0; slot < trace.length; slot++) {
    const number = column[slot] ?? 0;
    bySummary[number] ??= trace.summaryAt(slot).findings.length;
    counts[slot] = bySummary[number];
  }
  return counts;
});

const findingsOf = memoLast((trace: Trace): Found => {
  const counts = countsOf(trace);
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

/** The next slot with a finding after one (`step` 1) or before it (-1); -1 where there is none. */
export function slotWithFinding(trace: Trace, from: number, step: 1 | -1): number {
  const counts = countsOf(trace);
  for (let slot = from + step; slot >= 0 && slot < counts.length; slot += step) {
    if ((counts[slot] ?? 0) > 0) return slot;
  }
  return -1;
}
