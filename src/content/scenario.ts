import type { Fields, Setup } from '../engine/model.ts';
import type { Entry } from '../lib/registry.ts';

/**
 * The result of a program under a setup. `clean`: no finding above a note. `warns`: a kernel check fires and the kernel continues.
 * `bug`: the run ends in a BUG. `silent`: a rule breaks, and nothing in the kernel reports it.
 */
export type ScenarioVerdict = 'clean' | 'warns' | 'bug' | 'silent';

/** What a scenario claims about one setup. A test asserts every claim of every scenario. */
export interface Claim {
  /** What differs from the scenario's own setup; absent for that setup itself. */
  readonly on?: Partial<Setup>;
  readonly verdict: ScenarioVerdict;
  /** Arch callbacks of all tasks and contexts, in the order in which they run. */
  readonly callbacks?: readonly string[];
  /** Every check whose condition was true, as `row helper.statement`, in order. */
  readonly checks?: readonly string[];
  /** Every finding except kernel checks, as `row rule` or `row rule.sub`, in order, notes included. */
  readonly findings?: readonly string[];
  /** Fields of task A at the end of the run. */
  readonly fields?: Fields;
  /** The revision's answer after each row of task A, in the order of time: y for active, n for not. */
  readonly active?: string;
  /** The number of barrier pairs that arm64 emitted, immediately or in a flush. */
  readonly barriers?: number;
  /** The results of page operations, by row. */
  readonly results?: Readonly<Record<number, string>>;
}

/** Returns the part of a summary that lists of scenarios and the page show. */
export const firstSentence = (summary: string): string => summary.replace(/(?<=\.) .*$/s, '');

/** A worked example: a program, its source, and what it shows. */
export interface Scenario extends Entry {
  readonly title: string;
  /** Two plain sentences: what the code does, and what there is to see. */
  readonly summary: string;
  /** The commit, mail or kernel function from which it is taken. */
  readonly source: string;
  /** The setup with which it opens; the defaults fill in the rest. */
  readonly setup: Partial<Setup>;
  /** Architectures that are shown besides that of the setup. */
  readonly otherArchitectures?: readonly Pick<Setup, 'backend' | 'era'>[];
  /** In the notation. */
  readonly program: string;
  /** The row, from 1, at which it opens: where the interesting thing happens. */
  readonly row: number;
  readonly claims: readonly Claim[];
}
