import type { Severity } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';

/** A whole run, summarized in a few hundred buckets of equal length. */
export interface MinimapData {
  /** How many buckets: one per row, up to the limit. */
  readonly buckets: number;
  /** Ranges of buckets, `to` exclusive, in which the mode is active at some row. */
  readonly active: readonly SliceRange[];
  /** Ranges in which an update is pending. */
  readonly pending: readonly SliceRange[];
  /** The gravest finding of each bucket that has one above `note`. */
  readonly findings: readonly { readonly at: number; readonly severity: Severity }[];
}

interface SliceRange {
  readonly from: number;
  readonly to: number;
}

const GRAVEST: readonly Severity[] = ['bug', 'warning', 'hazard'];

/** Summarizes a run in one pass over its summaries. */
export function minimapOf(trace: Trace, maxBuckets: number): MinimapData {
  const { length } = trace;
  const buckets = Math.min(length, maxBuckets);
  const active = new Uint8Array(buckets);
  const pending = new Uint8Array(buckets);
  const gravity = new Uint8Array(buckets);
  for (let slot = 0; slot < length; slot++) {
    const bucket = Math.floor((slot * buckets) / length);
    const summary = trace.summaryAt(slot);
    if (summary.active ?? summary.entered) active[bucket] = 1;
    if (summary.pending > 0) pending[bucket] = 1;
    for (const { severity } of summary.findings) {
      const grave = GRAVEST.length - Math.max(0, GRAVEST.indexOf(severity));
      if (severity !== 'note' && grave > (gravity[bucket] ?? 0)) gravity[bucket] = grave;
    }
  }
  const findings = [...gravity].flatMap((grave, at) => {
    const severity = GRAVEST[GRAVEST.length - grave];
    return grave > 0 && severity ? [{ at, severity }] : [];
  });
  return { buckets, active: rangesOf(active), pending: rangesOf(pending), findings };
}

function rangesOf(flags: Uint8Array): SliceRange[] {
  const ranges: SliceRange[] = [];
  let from = -1;
  for (let at = 0; at <= flags.length; at++) {
    if (flags[at] === 1 && from < 0) from = at;
    if (flags[at] !== 1 && from >= 0) {
      ranges.push({ from, to: at });
      from = -1;
    }
  }
  return ranges;
}
