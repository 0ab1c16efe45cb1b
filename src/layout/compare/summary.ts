import type { ComparedRow, Comparison } from './compare.ts';
import { comparisonTitle } from './names.ts';

/** `v6 against v4: 2 of 6 rows differ. First difference in row 3, enable: v6 ignores the call; v4 warns and counts.` */
export function summaryOf({ columns, rows, marked }: Comparison): string {
  if (columns.length === 1) return 'Nothing to compare yet: add a column.';
  const names = comparisonTitle(columns);
  const first: ComparedRow | undefined = rows.find(({ number }) => number === marked[0]);
  if (!first) return `${names}: no observable difference in ${rows.length} rows.`;
  const count = `${marked.length} of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return `${names}: ${count} ${marked.length === 1 ? 'differs' : 'differ'}. First difference in row ${first.number}, ${first.event.replace(/ \{$/, '')}: ${first.words}.`;
}
