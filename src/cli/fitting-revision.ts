import { revisions } from '../engine/revisions/index.ts';
import type { Revision } from '../engine/revisions/revision.ts';
import type { Trace } from '../engine/run/run.ts';
import { findRevision } from '../engine/setup/world.ts';
import { findMismatches } from '../notation/mail/mismatches.ts';
import type { MailTable } from '../notation/mail/table.ts';

/**
 * Finds the revision that a table is most likely about. The wanted one is preferred if it has the fields that the columns
 * name. Otherwise it is the revision with these fields whose run agrees with most of the table, the latest of several.
 * Undefined if no revision has them. `runOn` returns null for a revision that cannot run.
 */
export function findFittingRevision(
  table: MailTable,
  wanted: string,
  runOn: (revision: string) => Trace | null,
): Revision | undefined {
  const labels = new Set(table.rows.flatMap(({ claims }) => Object.keys(claims.state)));
  const has = ({ fields }: Revision) =>
    [...labels].every((label) => fields.some(({ name, label: long, short }) => [name, long, short].includes(label)));
  const first = findRevision(wanted);
  if (first && has(first)) return first;
  let best: Revision | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const revision of revisions.all.filter(has)) {
    const trace = runOn(revision.id);
    const differences = trace ? findMismatches(table.rows, trace, revision.fields).length : Number.POSITIVE_INFINITY;
    if (differences > least || !trace) continue;
    best = revision;
    least = differences;
  }
  return best;
}
