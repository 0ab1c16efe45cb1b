import { greatest } from 'd3';
import type { Summary } from '../../engine/model.ts';

/** How a row went in one run, beside the same row in another. */
export type RowDifference =
  | 'none'
  /** Only what nobody sees from outside: values and names of the fields, numbers of the statements, counted or ignored. */
  | 'inside'
  /** What became of the updates, or what a page operation met. */
  | 'updates'
  /** Callbacks in their order, the mode afterwards, what the checks printed, whether it happened at all (design 3.7). */
  | 'outside';

/** A sign and a word for each, so that no colour is needed; empty where there is nothing to mark. */
export const DIFFERENCE_WORDS: Readonly<Record<RowDifference, readonly [sign: string, word: string]>> = {
  none: ['', ''],
  inside: ['≈', 'inside only'],
  updates: ['≠', 'updates differ'],
  outside: ['≠', 'differs'],
};

/** What each mark means to a reader. */
export const DIFFERENCE_MEANS: Readonly<Record<RowDifference, string>> = {
  none: '',
  inside: 'other values or names of the fields, or a call that is counted and not ignored; no caller can tell',
  updates: 'something else became of the updates of the page table, or a page operation met something else',
  outside: 'other callbacks, the mode active or not, other checks that print, or a row that does not happen',
};

const GRAVITY: readonly RowDifference[] = ['none', 'inside', 'updates', 'outside'];

/** The gravest of some. */
export const gravest = (differences: readonly RowDifference[]): RowDifference =>
  greatest(differences, (one) => GRAVITY.indexOf(one)) ?? 'none';

/** Whether a row with such a difference is marked: what is only inside is not, since no caller can tell. */
export const isMarked = (difference: RowDifference): boolean => difference === 'outside' || difference === 'updates';

/** Null is a row that the run did not come to. */
export function differenceOf(a: Summary | null, b: Summary | null): RowDifference {
  if (a === null || b === null) return a === b ? 'none' : 'outside';
  if (seenFromOutside(a) !== seenFromOutside(b)) return 'outside';
  // A revision that has no such question does not answer it otherwise.
  if (a.active !== null && b.active !== null && a.active !== b.active) return 'outside';
  if (ofUpdates(a) !== ofUpdates(b)) return 'updates';
  return inside(a) === inside(b) ? 'none' : 'inside';
}

const seenFromOutside = (summary: Summary): string =>
  JSON.stringify([
    summary.outcome === 'skipped' || summary.outcome === 'ended' ? summary.outcome : 'went on',
    summary.task,
    summary.cpu,
    summary.callbacks.map(({ callback, task }) => [callback, task]),
    printedChecks(summary).map(checkKind),
  ]);

const ofUpdates = ({ effects, result }: Summary): string => JSON.stringify([effects, result]);

const inside = ({ outcome, why, fields, others, active, callbacks, checks, pending }: Summary): string =>
  JSON.stringify([outcome, why, fields, others, active, callbacks, checks, pending]);

/** The checks of a row that printed something. */
export const printedChecks = ({ checks }: Summary) => checks.filter(({ fired, silent }) => fired && !silent);

/** The same check is another condition, and another macro, from revision to revision: what a reader of the log sees. */
export const checkKind = ({ macro }: Summary['checks'][number]): 'BUG' | 'WARN' =>
  macro === 'VM_BUG_ON' ? 'BUG' : 'WARN';
