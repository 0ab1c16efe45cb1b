import type { Event } from '../engine/model.ts';
import { isSilent } from '../engine/run/rows.ts';
import type { Trace } from '../engine/run/run.ts';
import { stepsOf } from '../formats/steps.ts';
import { findMismatches } from '../notation/mail/mismatches.ts';
import { printEvent } from '../notation/text/print.ts';
import type { Input } from './inputs.ts';

/** Tells whether a run has a finding worse than a note. */
export function hasFinding(trace: Trace): boolean {
  for (let slot = 0; slot < trace.length; slot++) {
    if (trace.summaryAt(slot).findings.some(({ severity }) => severity !== 'note')) return true;
  }
  return false;
}

/** Compares the table in the input with a run. Returns one message for each value that differs. */
export function compareTable({ read, name, linesBefore }: Input, trace: Trace): readonly string[] {
  if (read.from !== 'table') return [];
  const differences = findMismatches(read.table.rows, trace, trace.world.revision.fields);
  return differences.map(({ line, row, about, claimed, happened }) => {
    const { revision, backend } = trace.setup;
    const place = `${name}:${line + linesBefore}:1`;
    return `${place}: row ${row}: the table says ${about} ${claimed}, ${revision} on ${backend} has ${happened}`;
  });
}

const MAX_REMARKS = 20;

/** Lists what a run skipped, and why. These messages are neither findings nor errors. */
export function listRemarks(input: Input, trace: Trace): readonly string[] {
  // The copies that a repeat makes have the same place, and so the same remark.
  const remarks = new Set<string>();
  const skipped = new Set<number>();
  let unreached = 0;
  for (const { step, row, event, inside, summary } of stepsOf(trace)) {
    if (summary === null) {
      if (trace.slotOf(row) < 0 && !isSilent(event)) unreached += 1;
      continue;
    }
    if (summary.outcome !== 'skipped') continue;
    skipped.add(step);
    // Events inside a skipped one are skipped for the same reason.
    if (inside && skipped.has(inside.step)) continue;
    const why = summary.why === null ? '' : `: ${summary.why}`;
    remarks.add(`${locate(input, event, row)}: remark: ${nameWithoutBody(event)} was skipped${why}`);
  }
  for (const task of trace.unfinished) {
    remarks.add(`${input.name}: remark: task ${task} was suspended inside a call and never continued`);
  }
  const { over } = trace.end;
  if (over !== null && unreached > 0) {
    const end = { bug: 'a BUG', stop: 'the first check that fired', panic: 'a panic' }[over];
    const events = unreached === 1 ? '1 event was' : `${unreached} events were`;
    remarks.add(`${input.name}: remark: ${end} ended the run; ${events} not executed`);
  }
  if (remarks.size <= MAX_REMARKS) return [...remarks];
  const more = remarks.size - MAX_REMARKS;
  return [...[...remarks].slice(0, MAX_REMARKS), `${input.name}: remark: ${more} more remarks are omitted`];
}

const nameWithoutBody = (event: Event): string =>
  event.kind === 'irq' || event.kind === 'softirq' ? event.kind : printEvent(event);

/** `file:line:column`, or the row if the text has no lines of its own. */
function locate({ name, linesBefore, read }: Input, event: Event, row: number): string {
  const span = read.from === 'notation' ? read.source.spanOf(event) : undefined;
  if (span) return `${name}:${span.line + linesBefore}:${span.column}`;
  const line = read.from === 'table' ? read.table.rows[row - 1]?.line : undefined;
  return line === undefined ? `${name}: row ${row}` : `${name}:${line + linesBefore}:1`;
}
