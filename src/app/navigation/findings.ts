import type { Trace } from '../../engine/run/run.ts';
import { countSummaries } from '../../engine/run/summary-counts.ts';
import {
  FINDING_KINDS,
  type FindingKind,
  KIND_WORDS,
  kindOfFinding,
  type ProblemCount,
} from '../../layout/finding-kind.ts';
import { memoLast } from '../../lib/memo.ts';
import type { CommandChoice } from '../state/command-arguments.ts';
import type { AppState } from '../state/state.ts';
import { countsBySlot } from './slots.ts';

type Runs = Pick<AppState, 'trace' | 'previousTrace'>;

/** The run whose findings are listed: the present one if it is complete, otherwise the last complete one, or null. */
export const selectCompleteTrace = ({ trace, previousTrace }: Runs): Trace | null =>
  trace.isComplete ? trace : previousTrace;

/** Counts the findings of each slot. */
export const findingsBySlot = countsBySlot(({ findings }) => findings.length);

/** Counts the findings of each slot, without muted kinds. */
export const unmutedBySlot = ({ trace, muted }: Pick<AppState, 'trace' | 'muted'>): Uint32Array =>
  muted.length === 0 ? findingsBySlot(trace) : countsWithout(muted)(trace);

const countsWithout = memoLast((muted: AppState['muted']) =>
  countsBySlot(({ findings }) => findings.filter((finding) => !muted.includes(kindOfFinding(finding))).length),
);

/** Counts the findings of one kind in each slot. */
export const findingsOfKind = (kind: FindingKind) => OF_KIND[kind];

const OF_KIND = Object.fromEntries(
  FINDING_KINDS.map((kind) => [
    kind,
    countsBySlot(({ findings }) => findings.filter((finding) => kindOfFinding(finding) === kind).length),
  ]),
) as Readonly<Record<FindingKind, (trace: Trace) => Uint32Array>>;

/** The kind that the choice of a command names. */
export const parseKind = (choice: string | undefined) => FINDING_KINDS.find((kind) => kind === choice);

/** The kinds of findings in the run, gravest first, with their numbers. */
export const selectKinds = (state: Runs) => kindsOf(selectCompleteTrace(state));

const kindsOf = memoLast((trace: Trace | null): readonly { readonly kind: FindingKind; readonly count: number }[] => {
  if (!trace) return [];
  const counts = new Map<FindingKind, number>();
  for (const { summary, rows } of countSummaries(trace)) {
    for (const finding of summary.findings) {
      const kind = kindOfFinding(finding);
      counts.set(kind, (counts.get(kind) ?? 0) + rows);
    }
  }
  return FINDING_KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
});

/** The kinds as choices of a command, with their numbers. */
export function kindChoices(state: Runs, chosen: (kind: FindingKind) => boolean): CommandChoice[] {
  const kinds = selectKinds(state);
  return FINDING_KINDS.map((kind) => ({
    id: kind,
    title: KIND_WORDS[kind],
    note: `${kinds.find((one) => one.kind === kind)?.count ?? 0} in this run`,
    chosen: chosen(kind),
  }));
}

/** Counts all findings of a run, including notes. */
export function countFindings(trace: Trace): number {
  const { problems, notes } = summarizeFindings(trace);
  return problems + notes;
}

/** Counts the problems and the notes of a run, memoised for each run. */
export function summarizeFindings(trace: Trace): ProblemCount {
  const known = sums.get(trace);
  if (known !== undefined) return known;
  const sum = { problems: 0, notes: 0 };
  for (const { summary, rows } of countSummaries(trace)) {
    for (const { severity } of summary.findings) sum[severity === 'note' ? 'notes' : 'problems'] += rows;
  }
  sums.set(trace, sum);
  return sum;
}

const sums = new WeakMap<Trace, ProblemCount>();
