import { rollup } from 'd3';
import { listOf } from '../../lib/phrases.ts';
import { toAscii } from './ascii.ts';
import { buildTableCells, type RunSummaries, type StateColumn, type TableCells } from './mail-cells.ts';
import { layOut, WIDTH } from './mail-layout.ts';
import { wrap } from './wrap.ts';

export interface MailOptions {
  /** The state's fields in the order of their columns: a revision's `fields`. */
  readonly columns: readonly StateColumn[];
  readonly revisionTitle: string;
  readonly backendTitle: string;
  /** Goes into the footnote. A link is one word and may be wider than the rest. */
  readonly link?: string;
}

/**
 * Writes a run as plain text for email: a line that names the setup, the call table, and a footnote with the link.
 * Spaces only, 7-bit, at most 72 columns (the link aside), no row begins with a blank, LF ends every line. `readTable`
 * gives the same program back.
 */
export function writeMail(trace: RunSummaries, options: MailOptions): string {
  const cells = buildTableCells(trace, options.columns);
  const { lines, shortened } = layOut(cells);
  const lead = wrap(toAscii(leadOf(trace, cells, options, shortened)), WIDTH);
  const link = options.link === undefined ? [] : ['', `[1] ${options.link}`];
  return [...lead, '', ...lines, ...alsoBroken(cells), ...link, ''].join('\n');
}

/** Maximum number of rows whose broken rules an email names. */
const MAX_NAMED_ROWS = 6;

/** Writes the paragraph after the table: `Rows 3 and 5 also break this rule: …`. No line of it begins with a number. */
function alsoBroken(cells: readonly TableCells[]): string[] {
  const rows = cells.filter((cell) => cell.alsoBroken.length > 0);
  const alike = rollup(
    rows.slice(0, MAX_NAMED_ROWS),
    (group) => group.map(({ number }) => number),
    ({ alsoBroken: broken }) => {
      const rules = [...new Set(broken)];
      return `${rules.length === 1 ? 'this rule' : 'these rules'}: ${rules.join('; ')}.`;
    },
  );
  const named = [...alike].flatMap(([said, numbers]) => {
    const who = numbers.length === 1 ? `Row ${numbers[0]} also breaks` : `Rows ${listOf(numbers)} also break`;
    return wrap(`${who} ${said}`, WIDTH);
  });
  const rest = rows.length - MAX_NAMED_ROWS;
  return rows.length === 0
    ? []
    : [
        '',
        ...named,
        ...(rest > 0 ? [`Rules also break at ${rest} more ${rest === 1 ? 'row' : 'rows'} with a warning.`] : []),
      ];
}

function leadOf(
  { setup }: RunSummaries,
  cells: readonly TableCells[],
  options: MailOptions,
  shortened: boolean,
): string {
  const { columns, revisionTitle, backendTitle, link } = options;
  const fields = columns.map(({ name, short }) => (name === short ? name : `${short}: ${name}`)).join(', ');
  const sentences = [
    `${revisionTitle}, on ${backendTitle} ${setup.era}${link === undefined ? '' : ' [1]'}.`,
    cells.some(({ state }) => state !== '') && `Values are the state after the call${fields && ` (${fields})`}.`,
    cells.some(({ state }) => state.startsWith('pending')) &&
      'Pending counts the work that the architecture has deferred.',
    shortened && '"..._" stands for "lazy_mmu_mode_".',
    setup.checks === 'off' && 'CONFIG_DEBUG_VM is off, so no check is evaluated.',
    setup.checks === 'stop' && 'The run stops at the first check that fires.',
    setup.panicOnWarn && 'panic_on_warn is set.',
    setup.capacity !== null && `The batch size is set to ${setup.capacity}, unlike in the kernel.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
