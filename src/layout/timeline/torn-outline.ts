import { BOX } from '../metrics.ts';
import type { Box } from '../scene.ts';

/**
 * The outline of a box that continues beyond the window or is still open when the run ends: its edge is torn there, so that
 * it does not look closed.
 */
export function tornOutline({ x, y, width, height, open }: Pick<Box, 'x' | 'y' | 'width' | 'height' | 'open'>): string {
  const teeth = Math.round(height / TOOTH.high);
  const down = Math.round((50 * height) / teeth) / 100;
  const right = open === 'left' ? `v${height}` : `l-${TOOTH.deep} ${down}l${TOOTH.deep} ${down}`.repeat(teeth);
  const left = open === 'right' ? '' : `l${TOOTH.deep}-${down}l-${TOOTH.deep}-${down}`.repeat(teeth);
  return `M${x} ${y}h${width}${right}H${x}${left}z`;
}

/** The sides on which a box is open: those without a slot. */
export const openSides = (from: number | null, to: number | null): Box['open'] =>
  from === null ? (to === null ? 'both' : 'left') : to === null ? 'right' : 'none';

/** The right end of a text in a box, clear of a torn edge. */
export const endLabelX = ({ x, width }: Pick<Box, 'x' | 'width'>): number => x + width - TOOTH.deep - BOX.left;

/** Depth and approximate height of the teeth of a torn edge. */
const TOOTH = { deep: 3, high: 6 } as const;
