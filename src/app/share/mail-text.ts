import type { Trace } from '../../engine/run/run.ts';
import { memoLast } from '../../lib/memo.ts';
import { writeMail } from '../../notation/mail/mail.ts';
import { firstRows } from '../compare/first-rows.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { linkForMail } from './link.ts';

type Shown = Pick<AppState, 'document' | 'trace' | 'cursor'>;

/** Rows of a table that is written; a mail with more is read by nobody. */
const MAX_ROWS = 500;

/** The run as plain text for a mail, with the link to this step where one is short enough. */
export function mailText(state: Shown, address: LinkBase): string {
  return write(state.trace, linkForMail(state, address));
}

/** The table alone, as it stands on the page: it does not change from step to step. */
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
