import { BOX, CORNER } from '../../layout/metrics.ts';
import type { Box } from '../../layout/scene.ts';
import { endLabelX, tornOutline } from '../../layout/timeline/torn-outline.ts';

/** Sections, pauses, interrupts and bands, with their text at the top left. */
export const Boxes = ({ items }: { items: readonly Box[] }) =>
  items.map((box) => (
    <g key={box.id} className={`box box-${box.kind}`} data-slot={box.slot} data-open={box.open}>
      <title>{box.title}</title>
      {box.open === 'none' ? (
        <rect className="box-shape" x={box.x} y={box.y} width={box.width} height={box.height} rx={CORNER} />
      ) : (
        <path className="box-shape" d={tornOutline(box)} />
      )}
      {box.label !== '' && (
        <text x={box.x} y={box.y} dx={BOX.left} dy={BOX.baseline}>
          {box.label}
        </text>
      )}
      {box.end && (
        <text x={endLabelX(box)} y={box.y} dy={BOX.baseline} textAnchor="end">
          {box.end}
        </text>
      )}
    </g>
  ));
