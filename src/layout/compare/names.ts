import { group } from 'd3';
import type { Revision } from '../../engine/revisions/revision.ts';
import type { World } from '../../engine/setup/world.ts';
import { listOf } from '../../lib/phrases.ts';

/** Head of a column: reviewers know a version by its subject and date. */
export interface ColumnHeading {
  /** The shortest name that distinguishes the column: `v6`, `xen-pv`, `v6 on xen-pv 7.1`. */
  readonly name: string;
  readonly subject: string;
  /** ISO day of the posting or release; null if it was never posted. */
  readonly date: string | null;
  /** `arm64 7.0` */
  readonly place: string;
}

/** Names each column by what differs: revision, architecture, and the kernel release where those are equal. */
export function columnHeadings(worlds: readonly World[]): readonly ColumnHeading[] {
  const several = (of: (world: World) => string) => new Set(worlds.map(of)).size > 1;
  const backends = several(backendOf);
  const revisions = several(revisionOf) || !backends;
  const short = worlds.map((world) =>
    [revisions && revisionOf(world), backends && backendOf(world)].filter((part) => part !== false).join(' on '),
  );
  return worlds.map(({ revision, backend, setup }, i) => {
    const name = short[i] ?? '';
    const others = worlds.filter((other, j) => short[j] === name && other.setup.era !== setup.era);
    return {
      name: others.length === 0 ? name : `${name}${backends ? '' : ' at'} ${setup.era}`,
      subject: revision.source.subject,
      date: revision.date,
      place: `${backend.title} ${setup.era}`,
    };
  });
}

/** Groups columns by what their short field names stand for. */
export function fieldLegend(columns: readonly (Pick<ColumnHeading, 'name'> & { readonly world: World })[]) {
  const fieldsOf = ({ world }: (typeof columns)[number]): Revision['fields'] => world.revision.fields;
  const groups = group(columns, (column) =>
    fieldsOf(column)
      .map(({ short, name }) => `${short} ${name}`)
      .join(),
  );
  return [...groups.values()].map((alike) => ({
    heads: alike.map(({ name }) => name),
    fields: alike[0] ? fieldsOf(alike[0]) : [],
  }));
}

/** `v6 against v4 and v3` */
export function comparisonTitle(heads: readonly Pick<ColumnHeading, 'name'>[]): string {
  const [first = '', ...others] = heads.map(({ name }) => name);
  return `${first} against ${listOf(others)}`;
}

const revisionOf = ({ revision }: World): string => revision.id;
const backendOf = ({ backend }: World): string => backend.id;
