import { compareText } from '../../layout/compare/text.ts';
import { MAX_COMPARED_ROWS, selectComparison } from '../compare/compare.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState } from '../state/state.ts';
import { linkForMail } from './link.ts';

type Compared = Pick<AppState, 'document' | 'compared' | 'trace' | 'cursor'>;

/** The comparison as plain text for a mail, with the link to the program if it is short enough. */
export function comparisonText(state: Compared, address: LinkBase): string {
  const text = compareText(selectComparison(state), linkForMail(state, address) ?? undefined);
  const { length } = state.trace.rows;
  return length > MAX_COMPARED_ROWS ? `The first ${MAX_COMPARED_ROWS} of ${length} rows.\n\n${text}` : text;
}
