import { greatest } from 'd3';
import type { Summary } from '../../engine/model.ts';

/** How a row of one run differs from the same row of another. */
export type RowDifference =
  | 'none'
  /** Internal only: field values and names, statement numbers, counted or ignored. */
  | 'inside'
  /** The outcome of updates, or of a page operation. */
  | 'updates'
  /** Observable: callbacks in order, the mode afterwards, checks that printed, whether the event ran at all. */
  | 'outside';

/** A sign and a word for each, so that marks do not depend on colour; empty where nothing is marked. */
export const DIFFERENCE_WORDS: Readonly<Record<RowDifference, readonly [sign: string, word: string]>> = {
  none: ['', ''],
  inside: ['≈', 'internal only'],
  updates: ['≠', 'updates differ'],
  outside: ['≠', 'differs'],
};

/** Meaning of each mark in the legend. */
export const DIFFERENCE_MEANS: Readonly<Record<RowDifference, string>> = {
  none: '',
  inside: 'only field values or names differ, or a call is counted instead of ignored; callers cannot observe it',
  updates: 'page-table updates have another outcome, or a page operation sees another value',
  outside: 'different callbacks, a different active state, different checks that print, or an event that does not run',
};

const GRAVITY: readonly RowDifference[] = ['none', 'inside', 'updates', 'outside'];

/** The gravest of several differences. */
export const gravest = (differences: readonly RowDifference[]): RowDifference =>
  greatest(differences, (one) => GRAVITY.indexOf(one)) ?? 'none';

/** Whether a row is marked; internal differences are not, since no caller can tell. */
export const isMarked = (difference: RowDifference): boolean => difference === 'outside' || difference === 'updates';

/** Classifies the difference between two rows; null stands for a row that the run did not reach. */
export function differenceOf(a: Summary | null, b: Summary | null): RowDifference {
  if (a === null || b === null) return a === b ? 'none' : 'outside';
  if (seenFromOutside(a) !== seenFromOutside(b)) return 'outside';
  // A revision without this state cannot differ in it.
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

/** The checks of a row that printed. */
export const printedChecks = ({ checks }: Summary) => checks.filter(({ fired, silent }) => fired && !silent);

/** Reduces a check to what the kernel log shows: macros and conditions of one check vary between revisions. */
export const checkKind = ({ macro }: Summary['checks'][number]): 'BUG' | 'WARN' =>
  macro === 'VM_BUG_ON' ? 'BUG' : 'WARN';
