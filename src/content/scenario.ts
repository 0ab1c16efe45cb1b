import type { Fields, Setup } from '../engine/model.ts';
import type { Entry } from '../lib/registry.ts';

/**
 * How a program goes under a setup. `clean`: no finding above a note. `warns`: a kernel check fires, the kernel goes on.
 * `bug`: it ends in a BUG. `silent`: a rule breaks, and nothing in the kernel says so.
 */
export type ScenarioVerdict = 'clean' | 'warns' | 'bug' | 'silent';

/** What a scenario says about one setup, as data: a test asserts every claim of every scenario. */
export interface Claim {
  /** What differs from the scenario's own setup; nothing where it is the one that the scenario opens with. */
  readonly on?: Partial<Setup>;
  readonly verdict: ScenarioVerdict;
  /** Arch callbacks in the order in which they run, by whatever task or context. */
  readonly callbacks?: readonly string[];
  /** Every check that held, as `row helper.statement`; in order. */
  readonly checks?: readonly string[];
  /** Every finding but those of kernel checks, as `row rule` or `row rule.sub`; in order, notes included. */
  readonly findings?: readonly string[];
  /** Fields of task A when the run is over. */
  readonly fields?: Fields;
  /** The revision's answer after each row of task A, in the order of time: y for active, n for not. */
  readonly active?: string;
  /** How many pairs of barriers arm64 emitted, at once or when it flushed. */
  readonly barriers?: number;
  /** What a page operation met, by row. */
  readonly results?: Readonly<Record<number, string>>;
}

/** What a list of scenarios says of each, and all that the page has of its summary. */
export const firstSentence = (summary: string): string => summary.replace(/(?<=\.) .*$/s, '');

/** A worked example: a program, where it comes from, and what happens in it. */
export interface Scenario extends Entry {
  readonly title: string;
  /** Two plain sentences: what the code does, and what there is to see. */
  readonly summary: string;
  /** The commit, mail or kernel function that it is taken from. */
  readonly source: string;
  /** What it opens with, the rest from the defaults. */
  readonly setup: Partial<Setup>;
  /** Other architectures that are shown beside the setup's. */
  readonly otherArchitectures?: readonly Pick<Setup, 'backend' | 'era'>[];
  /** In the notation. */
  readonly program: string;
  /** The row, from 1, at which it opens: where the interesting thing happens. */
  readonly row: number;
  readonly claims: readonly Claim[];
}
