import { MARK } from '../../layout/metrics.ts';
import type { Mark } from '../../layout/scene.ts';
import { SignGlyph } from './SignGlyph.tsx';

/** Signs with a label and a detail line. `current` is the slot at the playhead. */
export const Marks = ({ items, current }: { items: readonly Mark[]; current: number }) =>
  items.map(({ id, kind, slot, title, x, y, label, detail }) => (
    <g
      key={id}
      className={`mark mark-${kind}`}
      data-slot={slot}
      data-now={slot === current || undefined}
      transform={`translate(${x} ${y})`}
    >
      <title>{title}</title>
      <g className="mark-sign">
        <SignGlyph kind={kind} />
      </g>
      {label !== '' && (
        <text className="mark-label" x={MARK.label} y={MARK.baseline}>
          {label}
        </text>
      )}
      {detail !== '' && (
        <text className="mark-detail" x={MARK.label} y={MARK.detail}>
          {detail}
        </text>
      )}
    </g>
  ));
