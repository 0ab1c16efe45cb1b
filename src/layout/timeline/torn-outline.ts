import { BOX } from '../metrics.ts';
import type { Box } from '../scene.ts';

/**
 * The outline of a box that goes on beyond the drawing, or is still open where the run ends: torn off on that side, so that
 * it does not look closed.
 */
export function tornOutline({ x, y, width, height, open }: Pick<Box, 'x' | 'y' | 'width' | 'height' | 'open'>): string {
  const teeth = Math.round(height / TOOTH.high);
  const down = Math.round((50 * height) / teeth) / 100;
  const right = open === 'left' ? `v${height}` : `l-${TOOTH.deep} ${down}l${TOOTH.deep} ${down}`.repeat(teeth);
  const left = open === 'right' ? '' : `l${TOOTH.deep}-${down}l-${TOOTH.deep}-${down}`.repeat(teeth);
  return `M${x} ${y}h${width}${right}H${x}${left}z`;
}

/** The sides on which a box goes on: from and to no slot. */
export const openSides = (from: number | null, to: number | null): Box['open'] =>
  from === null ? (to === null ? 'both' : 'left') : to === null ? 'right' : 'none';

/** Where the words in a box end, also where its edge is torn. */
export const endLabelX = ({ x, width }: Pick<Box, 'x' | 'width'>): number => x + width - TOOTH.deep - BOX.left;

/** How far the teeth go inwards, and how high each is, about; no box is lower. */
const TOOTH = { deep: 3, high: 6 } as const;
