import { BOX, cornerOf } from '../../layout/metrics.ts';
import type { Box } from '../../layout/scene.ts';

/** Sections, pauses, interrupts and bands, with the text at their top left. */
export const Boxes = ({ items }: { items: readonly Box[] }) =>
  items.map(({ id, kind, slot, title, x, y, width, height, label, open }) => (
    <g key={id} className={`box box-${kind}`} data-slot={slot} data-open={open}>
      <title>{title}</title>
      <rect x={x} y={y} width={width} height={height} rx={cornerOf({ open })} />
      {label !== '' && (
        <text x={x} y={y} dx={BOX.left} dy={BOX.baseline}>
          {label}
        </text>
      )}
    </g>
  ));
