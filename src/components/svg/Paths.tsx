import type { Path } from '../../layout/scene.ts';

/** Counters as steps, and the lines on which nothing happens. */
export const Paths = ({ items }: { items: readonly Path[] }) =>
  items.map(({ id, kind, d, title }) => (
    <path key={id} className={`path path-${kind}`} d={d}>
      <title>{title}</title>
    </path>
  ));
