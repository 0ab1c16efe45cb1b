import { revisions } from '../engine/revisions/index.ts';
import type { Revision } from '../engine/revisions/revision.ts';
import type { Trace } from '../engine/run/run.ts';
import { findRevision } from '../engine/setup/world.ts';
import { checkClaims } from '../notation/mail/claims.ts';
import type { Table } from '../notation/mail/table.ts';

/**
 * The revision that a table is most likely about: the wanted one if it has the fields that the table's columns name, else
 * of those that have them the one whose run agrees with most of the table, the latest where several do. Undefined where
 * none has them. `runOn` gives null for what cannot run.
 */
export function fittingRevision(
  table: Table,
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
    const differences = trace ? checkClaims(table.rows, trace, revision.fields).length : Number.POSITIVE_INFINITY;
    if (differences > least || !trace) continue;
    best = revision;
    least = differences;
  }
  return best;
}
