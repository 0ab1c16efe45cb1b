import type { Label } from '../../layout/scene.ts';

/** Values of counters, and captions of lanes. */
export const Labels = ({ items, current }: { items: readonly Label[]; current: number }) =>
  items.map(({ id, kind, slot, x, y, text, anchor }) => (
    <text
      key={id}
      className={`label label-${kind}`}
      data-now={slot === current || undefined}
      x={x}
      y={y}
      textAnchor={anchor}
    >
      {text}
    </text>
  ));
