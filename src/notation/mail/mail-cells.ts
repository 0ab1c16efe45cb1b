import type { Finding, Summary } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { describeBreach, findingId, KERNEL_CHECK } from '../../engine/run/finding-text.ts';
import { type Row, rowsOf } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { indentsOf } from '../text/indent.ts';
import { printRow } from '../text/print.ts';
import { kernelName } from '../text/words.ts';
import { toAscii } from './ascii.ts';

/** The part of a run that the writers of tables need. */
export type RunSummaries = Pick<Trace, 'setup' | 'program' | 'slotOf' | 'summaryAt'>;

/** A field of the state and its names in tables, as in the `fields` of a revision. */
export interface StateColumn {
  readonly name: string;
  /** The label in the table of the posting: `count`. */
  readonly label: string;
  /** The label for tables of 72 columns: `e`. */
  readonly short: string;
}

/** The cells of one row of the call table, before layout. All texts are 7-bit. */
export interface TableCells {
  readonly number: string;
  /** The task and, if there are several, the CPU; empty if there is only one of both. */
  readonly who: string;
  readonly depth: number;
  readonly call: string;
  /** The text after the arrow: `arch_enter()`, `(none)`, `stored`; empty if there is no arrow. */
  readonly happened: string;
  readonly state: string;
  /** Findings below the row. */
  readonly beneath: readonly string[];
  /** Titles of rules that break in addition to a kernel check; below the row only the check is shown. */
  readonly alsoBroken: readonly string[];
}

/** Builds the cells of all rows of a run, including those that did not happen. */
export function buildTableCells(trace: RunSummaries, columns: readonly StateColumn[]): readonly TableCells[] {
  const rows = rowsOf(trace.program);
  const summaries = rows.map(({ number }) => {
    const slot = trace.slotOf(number);
    return slot < 0 ? null : trace.summaryAt(slot);
  });
  const tasks = new Set(summaries.flatMap((summary) => summary?.task ?? []));
  const cpus = new Set(summaries.flatMap((summary) => summary?.cpu ?? []));
  const indents = indentsOf(trace.program);
  return rows.map((row, index) => {
    const summary = summaries[index] ?? null;
    const told = summary ? describeOutcome(row, summary, columns) : NOTHING;
    const reasons = summaries[index - 1]?.why === summary?.why ? [] : whyOf(summary);
    return {
      number: String(row.number),
      who: summary ? whoOf(summary, { tasks: tasks.size > 1, cpus: cpus.size > 1 }) : '',
      depth: indents[index] ?? 0,
      call: printRow(row.event, row.part, { helper: kernelName, ascii: true }),
      happened: toAscii(told.happened),
      state: toAscii(told.state),
      beneath: [...(summary ? describeFindings(summary) : []), ...reasons].map(toAscii),
      alsoBroken: summary && hasPrintedCheck(summary) ? warningsOf(summary).map(describeRule).map(toAscii) : [],
    };
  });
}

const NOTHING = { happened: '', state: '' };

function whoOf({ task, cpu }: Summary, several: { readonly tasks: boolean; readonly cpus: boolean }): string {
  if (!several.tasks && !several.cpus) return '';
  return `${task ?? '-'}${several.cpus ? cpu : ''}`;
}

function describeOutcome(
  { event }: Row,
  summary: Summary,
  columns: readonly StateColumn[],
): { happened: string; state: string } {
  if (summary.outcome === 'silent') return NOTHING;
  if (summary.outcome === 'skipped') return { happened: 'skipped', state: '' };
  const callbacks = summary.callbacks.map(({ callback }) => `arch_${callback}()`).join('+');
  const pending = `pending ${summary.pending}`;
  switch (event.kind) {
    case 'call':
      return {
        happened: summary.outcome === 'ignored' ? 'ignored' : callbacks || '(none)',
        state: columns
          .filter(({ name }) => name in summary.fields)
          .map(({ name, short }) => `${short}=${summary.fields[name]}`)
          .join(' '),
      };
    case 'page':
    case 'tlb':
      return { happened: callbacks || (summary.result ?? 'done'), state: pending };
    default:
      return callbacks ? { happened: callbacks, state: pending } : NOTHING;
  }
}

const hasPrintedCheck = ({ checks }: Summary): boolean => checks.some(({ fired, silent }) => fired && !silent);

const warningsOf = ({ findings }: Summary): readonly Finding[] =>
  findings.filter(({ rule, severity }) => rule !== KERNEL_CHECK && severity === 'warning');

/** Returns the title of a rule with its id: `enter and leave alternate; … (callbacks-alternate.flush)`. */
const describeRule = (finding: Finding): string => `${rules.get(finding.rule).title} (${findingId(finding)})`;

// If a kernel check fires, the warnings of our rules only repeat it.
function describeFindings(summary: Summary): string[] {
  const { checks, findings } = summary;
  const trueChecks = checks.filter(({ fired, silent }) => fired || silent);
  const complained = hasPrintedCheck(summary);
  return [
    ...trueChecks.map(
      ({ macro, condition, silent }) => `${macro}(${condition})${silent ? ' fires again, silent' : ''}`,
    ),
    ...findings
      .filter(({ rule }) => rule !== KERNEL_CHECK)
      .filter(({ severity }) => severity !== 'note' && !(complained && severity === 'warning'))
      .map(
        (finding) =>
          `${finding.severity === 'bug' ? 'BUG ' : ''}${describeBreach(finding, checks)} (${findingId(finding)})`,
      ),
  ];
}

const whyOf = (summary: Summary | null): string[] => (summary?.why ? [summary.why] : []);
