import type { Event, Helper, PageRef, Program } from '../../engine/model.ts';
import { anchorText } from '../../engine/run/call.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { assertNever } from '../../lib/assert.ts';
import { indentsOf } from './indent.ts';
import { quoteNote } from './quote.ts';
import { PAGE_WORDS } from './words.ts';

/** Prints a program in the notation: one row per line, two spaces per indent, no newline at the end. */
export const printProgram = (program: Program): string => printRows(program, indentsOf(program)).join('\n');

/** Prints one line per row of some events; `indents` from index `from` on are theirs. */
export function printRows(events: readonly Event[], indents: readonly number[], from = 0): string[] {
  const lines: string[] = [];
  const depth = () => Math.min(indents[from + lines.length] ?? 0, MAX_INDENT);
  const visit = (within: readonly Event[]) => {
    for (const event of within) {
      const bodies = bodiesOf(event);
      lines.push(bodies.length === 0 ? lineOf(event, depth()) : INDENTS[depth()] + printRow(event, 0));
      bodies.forEach((body, block) => {
        visit(body);
        lines.push(INDENTS[depth()] + printRow(event, block + 1));
      });
    }
  };
  visit(events);
  return lines;
}

const LINES = new WeakMap<Event, string[]>();

/** Prints an event of one row, memoised by depth, because an edit of a long program changes few rows. */
function lineOf(event: Event, depth: number): string {
  let lines = LINES.get(event);
  if (!lines) {
    lines = [];
    LINES.set(event, lines);
  }
  lines[depth] ??= INDENTS[depth] + printRow(event, 0);
  return lines[depth];
}

/** Prints an event on one line, with everything inside it: `irq { enable; disable }`. */
export function printEvent(event: Event): string {
  const parts = [printRow(event, 0)];
  bodiesOf(event).forEach((body, block) => {
    if (body.length > 0) parts.push(body.map(printEvent).join('; '));
    parts.push(printRow(event, block + 1));
  });
  return parts.join(' ');
}

/** How names and notes are printed. */
export interface Wording {
  readonly helper: (helper: Helper) => string;
  /** Notes in 7-bit characters. */
  readonly ascii: boolean;
}

/** Prints one row of an event: part 0 is its head, part n follows its n-th body. */
export function printRow(event: Event, part: number, wording: Wording = PLAIN): string {
  const next = event.kind === 'call' ? event.inside?.[part] : undefined;
  const opening = next ? ` ${anchorText(next.anchor)} {` : '';
  return part > 0 ? `}${opening}` : (event.off ? '~' : '') + headOf(event, wording) + opening;
}

/** Prints a page: `3`, `k3`. */
const printPage = ({ space, index }: PageRef): string => `${space === 'kernel' ? 'k' : ''}${index}`;

// Beyond this the indent no longer grows: 256 nested sections must not print 256 columns of blanks.
export const MAX_INDENT = 32;
const INDENTS = Array.from({ length: MAX_INDENT + 1 }, (_, depth) => '  '.repeat(depth));

const PLAIN: Wording = { helper: (helper) => helper, ascii: false };

function headOf(event: Event, { helper, ascii }: Wording): string {
  switch (event.kind) {
    case 'call':
      return helper(event.helper) + (event.range ? ` range ${event.range.from}..${event.range.to}` : '');
    case 'page': {
      const [before, after] = PAGE_WORDS[event.op];
      const until = event.to === undefined ? '' : `..${printPage({ space: event.page.space, index: event.to })}`;
      return `${before} ${printPage(event.page)}${until}${event.size && event.size !== 'base' ? ` ${event.size}` : ''}${after}`;
    }
    case 'tlb':
      return event.op;
    case 'irq':
    case 'softirq':
      return `${event.kind} {`;
    case 'bh':
      return `bh ${event.state}`;
    case 'switch':
      return `switch ${event.task}${event.cpu === undefined ? '' : ` cpu ${event.cpu}`}`;
    case 'task':
      return `task ${event.task} mm ${event.mm}`;
    case 'sleep':
    case 'exit':
      return event.kind;
    case 'note':
      return `note ${quoteNote(event.text, { ascii })}`;
    default:
      return assertNever(event);
  }
}
