import type { Finding, Summary } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { describeBreach, findingId, KERNEL_CHECK } from '../../engine/run/finding-text.ts';
import { type Row, rowsOf } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { indentsOf } from '../text/indent.ts';
import { printRow } from '../text/print.ts';
import { kernelName } from '../text/words.ts';
import { toAscii } from './ascii.ts';

/** What the writers of tables need of a run. */
export type RunSummaries = Pick<Trace, 'setup' | 'program' | 'slotOf' | 'summaryAt'>;

/** A field of the state and its names in tables: a revision's `fields` are such columns. */
export interface StateColumn {
  readonly name: string;
  /** As the posting's own table has it: `count`. */
  readonly label: string;
  /** For 72 columns: `e`. */
  readonly short: string;
}

/** One row of the call table, not yet laid out. All texts are 7-bit. */
export interface TableCells {
  readonly number: string;
  /** Task and, where several are at work, CPU; empty where there is but one of both. */
  readonly who: string;
  readonly depth: number;
  readonly call: string;
  /** What stands behind the arrow: `arch_enter()`, `(none)`, `stored`; empty: there is no arrow. */
  readonly happened: string;
  readonly state: string;
  /** Findings, said beneath the row. */
  readonly beneath: readonly string[];
  /** Rules that break where the kernel itself complains, too, as what they demand: beneath the row it has the word alone. */
  readonly alsoBroken: readonly string[];
}

/** The rows of a run, those that did not happen too. */
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
    const said = summaries[index - 1]?.why === summary?.why ? [] : whyOf(summary);
    return {
      number: String(row.number),
      who: summary ? whoOf(summary, { tasks: tasks.size > 1, cpus: cpus.size > 1 }) : '',
      depth: indents[index] ?? 0,
      call: printRow(row.event, row.part, { helper: kernelName, ascii: true }),
      happened: toAscii(told.happened),
      state: toAscii(told.state),
      beneath: [...(summary ? describeFindings(summary) : []), ...said].map(toAscii),
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

/** What a rule demands, and how it is called for those who ask for more: `… flush comes between them (callbacks-alternate.flush)`. */
const describeRule = (finding: Finding): string => `${rules.get(finding.rule).title} (${findingId(finding)})`;

// Where the kernel itself complains, the warnings of our rules only say the same again.
function describeFindings(summary: Summary): string[] {
  const { checks, findings } = summary;
  const shown = checks.filter(({ fired, silent }) => fired || silent);
  const complained = hasPrintedCheck(summary);
  return [
    ...shown.map(({ macro, condition, silent }) => `${macro}(${condition})${silent ? ' fires again, silent' : ''}`),
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
