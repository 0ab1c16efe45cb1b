import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { writeMail } from '../../notation/mail/mail.ts';
import { firstRows } from '../compare/first-rows.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { linkForMail } from './link.ts';

type Shown = Pick<AppState, 'document' | 'trace' | 'cursor'>;

/** Limits the rows of a table: a longer one does not fit a mail. */
const MAX_ROWS = 500;

/** Formats the run as plain text for a mail, with the link to this step if it is short enough. */
export function mailText(state: Shown, address: LinkBase): string {
  return write(state.trace, linkForMail(state, address));
}

/** Returns the table as the page shows it. It has no link to the step, so it is the same at each step. */
export const selectMailText = ({ trace }: Pick<AppState, 'trace'>): string => write(trace, null);

const write = memoLast((trace: Trace, link: string | null): string => {
  const { world, rows, setup, slotOf, summaryAt } = trace;
  const program = firstRows(trace.program, rows, MAX_ROWS);
  const text = writeMail(
    { setup, program, slotOf, summaryAt },
    {
      columns: world.revision.fields,
      revisionTitle: world.revision.title,
      backendTitle: world.backend.title,
      ...(link === null ? {} : { link }),
    },
  );
  if (program === trace.program) return text;
  const rowCount = rows.firstOf(program.length);
  return `The first ${rowCount} of ${rows.length} rows.\n\n${text}`;
});
