import type { Event } from '../engine/model.ts';
import { isSilent } from '../engine/run/rows.ts';
import type { Trace } from '../engine/run/run.ts';
import { stepsOf } from '../formats/steps.ts';
import { checkClaims } from '../notation/mail/claims.ts';
import { printEvent } from '../notation/text/print.ts';
import type { Input } from './inputs.ts';

/** Whether anything above a note was found. */
export function hasFinding(trace: Trace): boolean {
  for (let slot = 0; slot < trace.length; slot++) {
    if (trace.summaryAt(slot).findings.some(({ severity }) => severity !== 'note')) return true;
  }
  return false;
}

/** What the table that was read says wrong about a run, a line for the terminal each. */
export function wrongRows({ read, name, linesBefore }: Input, trace: Trace): readonly string[] {
  if (read.from !== 'table') return [];
  const differences = checkClaims(read.table.rows, trace, trace.world.revision.fields);
  return differences.map(({ line, row, about, claimed, happened }) => {
    const { revision, backend } = trace.setup;
    const place = `${name}:${line + linesBefore}:1`;
    return `${place}: row ${row}: the table says ${about} ${claimed}, ${revision} on ${backend} has ${happened}`;
  });
}

const MOST_REMARKS = 20;

/** What did not happen of a program, and why: lines for the terminal, which are neither findings nor mistakes. */
export function remarksOn(input: Input, trace: Trace): readonly string[] {
  // Copies that a repeat made share their place, and so their remark.
  const remarks = new Set<string>();
  const skipped = new Set<number>();
  let missed = 0;
  for (const { step, row, event, inside, summary } of stepsOf(trace)) {
    if (summary === null) {
      if (trace.slotOf(row) < 0 && !isSilent(event)) missed += 1;
      continue;
    }
    if (summary.outcome !== 'skipped') continue;
    skipped.add(step);
    // What is inside it did not happen for the same reason.
    if (inside && skipped.has(inside.step)) continue;
    const why = summary.why === null ? '' : `: ${summary.why}`;
    remarks.add(`${placeOf(input, event, row)}: remark: ${headOf(event)} did not happen${why}`);
  }
  for (const task of trace.unfinished) {
    remarks.add(`${input.name}: remark: task ${task} was suspended inside a call and never went on with it`);
  }
  const { over } = trace.end;
  if (over !== null && missed > 0) {
    const end = { bug: 'a BUG', stop: 'the first check that fired', panic: 'a panic' }[over];
    remarks.add(
      `${input.name}: remark: ${end} ended the run, ${missed} event${missed === 1 ? '' : 's'} did not happen`,
    );
  }
  if (remarks.size <= MOST_REMARKS) return [...remarks];
  const more = remarks.size - MOST_REMARKS;
  return [...[...remarks].slice(0, MOST_REMARKS), `${input.name}: remark: ${more} more of these`];
}

const headOf = (event: Event): string =>
  event.kind === 'irq' || event.kind === 'softirq' ? event.kind : printEvent(event);

/** `file:line:column`, or the row where the text has no lines of its own. */
function placeOf({ name, linesBefore, read }: Input, event: Event, row: number): string {
  const span = read.from === 'notation' ? read.source.spanOf(event) : undefined;
  if (span) return `${name}:${span.line + linesBefore}:${span.column}`;
  const line = read.from === 'table' ? read.table.rows[row - 1]?.line : undefined;
  return line === undefined ? `${name}: row ${row}` : `${name}:${line + linesBefore}:1`;
}
