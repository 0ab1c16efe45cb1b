import type { Path } from '../../layout/scene.ts';

/** Counters as step lines, and the base lines of lanes. */
export const Paths = ({ items }: { items: readonly Path[] }) =>
  items.map(({ id, kind, d, title }) => (
    <path key={id} className={`path path-${kind}`} d={d}>
      <title>{title}</title>
    </path>
  ));
