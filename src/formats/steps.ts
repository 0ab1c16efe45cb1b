import { taskOf } from '../engine/machine.ts';
import type { Event, Summary } from '../engine/model.ts';
import { execute } from '../engine/run/execute.ts';
import { bodiesOf, countEvents, type Row, rowsOf } from '../engine/run/rows.ts';
import type { Trace } from '../engine/run/run.ts';
import { initialMachine } from '../engine/setup/world.ts';

/** One event with its effects; its rows are merged if other events are inside it. */
export interface Step {
  /** From 1, in reading order, every event counted. */
  readonly step: number;
  /** Number of its first row. */
  readonly row: number;
  readonly event: Event;
  /**
   * The event that holds it and the statement after which it happened: 0 is before the first. The statement is null
   * inside an interrupt, or if its anchor was not reached.
   */
  readonly inside: { readonly step: number; readonly statement: number | null } | null;
  /**
   * What its rows did, in the order of time; the state is that after the last of them. Null: it is silent, or the run did
   * not come to it. Shared between equal steps of one row.
   */
  readonly summary: Summary | null;
}

/** Yields the steps of a trace in reading order, including those that did not happen. */
export function* stepsOf(trace: Trace): Generator<Step> {
  const statements = statementsOf(trace);
  let rowsBefore = 0;
  let stepsBefore = 0;
  for (const [top, event] of trace.program.entries()) {
    if (bodiesOf(event).length === 0) {
      rowsBefore += 1;
      stepsBefore += 1;
      const summary = mergedAt(trace, [rowsBefore]);
      yield { step: stepsBefore, row: rowsBefore, event, inside: null, summary };
      continue;
    }
    const rows = rowsOf([event]);
    for (const own of byStep(rows)) {
      const [first] = own;
      const place = [top, ...first.path.slice(1)].slice(0, -1).join();
      yield {
        step: stepsBefore + first.step,
        row: rowsBefore + first.number,
        event: first.event,
        inside: first.host && { step: stepsBefore + first.host.step, statement: statements.get(place) ?? null },
        summary: mergedAt(
          trace,
          own.map(({ number }) => rowsBefore + number),
        ),
      };
    }
    stepsBefore += countEvents([event]);
    rowsBefore += rows.length;
  }
}

type Rows = readonly [Row, ...Row[]];

function byStep(rows: readonly Row[]): Iterable<Rows> {
  const groups = new Map<number, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(row.step);
    if (group) group.push(row);
    else groups.set(row.step, [row]);
  }
  return groups.values();
}

function mergedAt(trace: Trace, rows: readonly number[]): Summary | null {
  const parts = rows
    .map((row) => trace.slotOf(row))
    .filter((slot) => slot >= 0)
    .sort((a, b) => a - b)
    .map((slot) => trace.summaryAt(slot))
    // Closing braces of blocks that were not reached.
    .filter(({ outcome }) => outcome !== 'silent');
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length === 1) return first ?? null;
  return {
    ...last,
    cpu: first.cpu,
    callbacks: parts.flatMap(({ callbacks }) => callbacks),
    checks: parts.flatMap(({ checks }) => checks),
    effects: parts.flatMap(({ effects }) => effects),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/** Returns the statement after which each block ran, by the path of its call and its own number. */
function statementsOf({ world, program }: Trace): ReadonlyMap<string, number> {
  const statements = new Map<string, number>();
  if (!hasBlocks(program)) return statements;
  let machine = initialMachine(world);
  for (let top = 0; top < program.length; top++) {
    machine = execute(world, machine, program, top, {
      row(_path, _part, { outcome, task }, after) {
        const frame = outcome === 'under-way' && task !== null ? taskOf(after, task).calls.at(-1) : undefined;
        if (frame) statements.set([...frame.path, frame.blocks.at(-1)].join(), frame.last ?? 0);
      },
    });
  }
  return statements;
}

const hasBlocks = (events: readonly Event[]): boolean =>
  events.some((event) => (event.kind === 'call' && event.inside) || bodiesOf(event).some(hasBlocks));
