import type { Summary } from '../../engine/model.ts';
import type { RunSummaries, StateColumn } from './mail-cells.ts';
import type { TableRow } from './table.ts';
import type { Claims } from './table-line.ts';

/** A claim of a table that the run contradicts. */
export interface TableMismatch {
  /** Line of the text and row of the program, from 1. */
  readonly line: number;
  readonly row: number;
  /** The subject: `callback`, `result`, `pending`, `check`, or the label of a value's column. */
  readonly about: string;
  readonly claimed: string;
  readonly happened: string;
}

/**
 * Compares the claims of a table with a run of its program, in table order. Missing claims do not count, and an ignored call agrees with
 * the claim that no callback ran.
 */
export function findMismatches(
  rows: readonly TableRow[],
  trace: RunSummaries,
  columns: readonly StateColumn[],
): readonly TableMismatch[] {
  return rows.flatMap(({ line, row, claims }) => {
    const slot = trace.slotOf(row);
    const found = slot < 0 ? notReached(claims) : compare(claims, trace.summaryAt(slot), columns);
    return found.map(([about, claimed, happened]) => ({ line, row, about, claimed, happened }));
  });
}

type Mismatch = readonly [about: string, claimed: string, happened: string];

function notReached(claims: Claims): Mismatch[] {
  const { callbacks, outcome, result } = claims;
  if (callbacks === null && outcome === null && result === null) return [];
  return [['callback', outcome ?? result ?? namesOf(callbacks ?? []), 'the run ended before this row']];
}

function compare(claims: Claims, summary: Summary, columns: readonly StateColumn[]): Mismatch[] {
  const { callbacks, outcome, result, pending } = claims;
  const found: Mismatch[] = [];
  const ran = summary.callbacks.map(({ callback }) => callback);
  const happened = summary.outcome === 'ignored' || summary.outcome === 'skipped' ? summary.outcome : namesOf(ran);
  if (callbacks && callbacks.join() !== ran.join()) found.push(['callback', namesOf(callbacks), happened]);
  if (outcome && outcome !== summary.outcome) found.push(['callback', outcome, happened]);
  const told = summary.result ?? 'done';
  if (result !== null && result !== told) found.push(['result', result, told]);
  for (const [label, value] of Object.entries(claims.state)) {
    const names = [label, columns.find((c) => c.label === label)?.name, columns.find((c) => c.short === label)?.name];
    const name = names.find((known) => known !== undefined && Object.hasOwn(summary.fields, known));
    const now = name === undefined ? 'no such field' : String(summary.fields[name]);
    if (now !== String(value)) found.push([label, String(value), now]);
  }
  if (pending !== null && pending !== summary.pending)
    found.push(['pending', String(pending), String(summary.pending)]);
  const held = summary.checks.filter((check) => check.fired || check.silent);
  const checks = held.map(({ macro, condition }) => `${macro}(${condition})`);
  for (const check of claims.checks) {
    if (!checks.includes(check)) found.push(['check', check, checks.join(', ') || 'no check fired']);
  }
  return found;
}

const namesOf = (callbacks: readonly string[]): string =>
  callbacks.length === 0 ? '(none)' : callbacks.map((name) => `arch_${name}()`).join('+');
