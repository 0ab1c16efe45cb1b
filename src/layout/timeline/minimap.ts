import type { Severity } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';

/** A whole run in a few hundred pieces of equal length: what a strip beneath the timeline shows. */
export interface MinimapData {
  /** How many pieces there are: as many as rows, at most what was asked for. */
  readonly pieces: number;
  /** Stretches of pieces, from and up to (not including), in which the mode is active at some row. */
  readonly active: readonly SliceRange[];
  /** In which something is held back. */
  readonly pending: readonly SliceRange[];
  /** The gravest finding of each piece that has one above `note`. */
  readonly findings: readonly { readonly at: number; readonly severity: Severity }[];
}

interface SliceRange {
  readonly from: number;
  readonly to: number;
}

const GRAVEST: readonly Severity[] = ['bug', 'warning', 'hazard'];

/** Costs one look at every row, and nothing that depends on what a row is. */
export function minimapOf(trace: Trace, most: number): MinimapData {
  const { length } = trace;
  const pieces = Math.min(length, most);
  const active = new Uint8Array(pieces);
  const pending = new Uint8Array(pieces);
  const gravity = new Uint8Array(pieces);
  for (let slot = 0; slot < length; slot++) {
    const piece = Math.floor((slot * pieces) / length);
    const summary = trace.summaryAt(slot);
    if (summary.active ?? summary.entered) active[piece] = 1;
    if (summary.pending > 0) pending[piece] = 1;
    for (const { severity } of summary.findings) {
      const grave = GRAVEST.length - Math.max(0, GRAVEST.indexOf(severity));
      if (severity !== 'note' && grave > (gravity[piece] ?? 0)) gravity[piece] = grave;
    }
  }
  const findings = [...gravity].flatMap((grave, at) => {
    const severity = GRAVEST[GRAVEST.length - grave];
    return grave > 0 && severity ? [{ at, severity }] : [];
  });
  return { pieces, active: rangesOf(active), pending: rangesOf(pending), findings };
}

function rangesOf(flags: Uint8Array): SliceRange[] {
  const stretches: SliceRange[] = [];
  let from = -1;
  for (let at = 0; at <= flags.length; at++) {
    if (flags[at] === 1 && from < 0) from = at;
    if (flags[at] !== 1 && from >= 0) {
      stretches.push({ from, to: at });
      from = -1;
    }
  }
  return stretches;
}
