import type { Program } from '../../engine/model.ts';
import { type ReplayedRow, replayRows } from '../../engine/run/replay-rows.ts';
import { type Row, rowsOf } from '../../engine/run/rows.ts';
import { run, type Trace } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { buildTableCells, type TableCells } from '../../notation/mail/mail-cells.ts';
import { indentsOf } from '../../notation/text/indent.ts';
import { printRow } from '../../notation/text/print.ts';
import { describeEffects } from '../effects.ts';
import { alignProgram } from './align.ts';
import { checkKind, differenceOf, gravest, isMarked, printedChecks, type RowDifference } from './difference.ts';
import { type ColumnHeading, columnHeadings } from './names.ts';
import { assessRun, type RunAssessment } from './verdict.ts';
import { describeDifference } from './words.ts';

/** One program under several setups, row by row, compared with the first column. */
export interface Comparison {
  /** The program as it ran: positions inside calls may have been renamed. */
  readonly program: Program;
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
  /** Numbers of the marked rows, in order. */
  readonly marked: readonly number[];
  /** Sentences that a reader needs before the rows. */
  readonly notes: readonly string[];
}

export interface ComparedColumn extends ColumnHeading {
  readonly world: World;
  /** Verdict on the whole run. */
  readonly judged: RunAssessment;
}

export interface ComparedRow {
  readonly number: number;
  readonly depth: number;
  /** In the notation. */
  readonly event: string;
  /** As kernel code writes it, in 7-bit characters. */
  readonly call: string;
  readonly cells: readonly ComparedCell[];
  /** The gravest difference of its cells. */
  readonly difference: RowDifference;
  /** What each column did, for marked rows: `v4 warns and counts; v6 ignores the call`. */
  readonly words: string | null;
  /** Positions inside this call differ between columns. */
  readonly unsure: boolean;
}

export interface ComparedCell {
  /** Difference from the first column. */
  readonly difference: RowDifference;
  /** `arch_enter()`, `ignored`, `stored`; empty without effect, null where the run did not reach this row. */
  readonly happened: string | null;
  /** The fields after the row, or what is pending: `e=1 p=0`, `pending 1`. */
  readonly state: string;
  readonly active: boolean | null;
  /** The checks that printed, as in the code. */
  readonly checks: readonly { readonly kind: 'BUG' | 'WARN'; readonly text: string }[];
  /** The outcome of the updates, in words. */
  readonly effects: string;
}

/** Runs a program under each world and compares the runs row by row. */
export function compareRuns(worlds: readonly World[], program: Program): Comparison {
  const aligned = alignProgram(worlds, program);
  const runs = worlds.map((world) => lay(run(world, aligned.program)));
  const indents = indentsOf(aligned.program);
  const heads = columnHeadings(worlds);
  const rows = rowsOf(aligned.program).map((row, index): ComparedRow => {
    const went = runs.map(({ rows: own }) => own.get(row.number) ?? null);
    const [own] = went;
    const cells = runs.map((one, i) =>
      cellOf(row, one.cells[index], went[i] ?? null, differenceOf(own?.summary ?? null, went[i]?.summary ?? null)),
    );
    const difference = gravest(cells.map((cell) => cell.difference));
    return {
      number: row.number,
      depth: indents[index] ?? 0,
      event: printRow(row.event, row.part),
      call: runs[0]?.cells[index]?.call ?? '',
      cells,
      difference,
      words: isMarked(difference) ? describeDifference(heads, worlds, went, row.event) : null,
      unsure: aligned.unsure.some((path) => path.every((at, i) => row.path[i] === at)),
    };
  });
  return {
    program: aligned.program,
    columns: runs.flatMap(({ trace }, i) => {
      const head = heads[i];
      return head ? [{ ...head, world: trace.world, judged: assessRun(trace) }] : [];
    }),
    rows,
    marked: rows.filter((row) => isMarked(row.difference)).map(({ number }) => number),
    notes: aligned.notes,
  };
}

interface Laid {
  readonly trace: Trace;
  readonly rows: ReadonlyMap<number, ReplayedRow>;
  readonly cells: readonly TableCells[];
}

function lay(trace: Trace): Laid {
  const { rows } = replayRows(trace, 0, trace.length - 1);
  return {
    trace,
    rows: new Map(rows.map((one) => [one.row.number, one])),
    cells: buildTableCells(trace, trace.world.revision.fields),
  };
}

function cellOf(
  { event }: Row,
  cells: TableCells | undefined,
  went: ReplayedRow | null,
  difference: RowDifference,
): ComparedCell {
  if (!went) return { difference, happened: null, state: '', active: null, checks: [], effects: '' };
  const { summary } = went;
  const silent = summary.outcome === 'silent' || summary.outcome === 'skipped';
  return {
    difference,
    happened: cells?.happened ?? '',
    state: cells?.state ?? '',
    active: silent ? null : summary.active,
    checks: printedChecks(summary).map((check) => ({
      kind: checkKind(check),
      text: `${check.macro}(${check.condition})`,
    })),
    effects: silent ? '' : describeEffects(summary, event),
  };
}
