import type { SvgPicture } from './svg-node.ts';

/** A larger canvas silently stays blank: in Safari by its area, in other browsers by its side. */
const MAX_SIDE = 16_384;
const MAX_AREA = 16_777_216;

/** The size of a PNG at a scale, or at the largest smaller one that every browser can draw. */
export function pngSize(
  { width, height }: Pick<SvgPicture, 'width' | 'height'>,
  scale: number,
): Pick<SvgPicture, 'width' | 'height'> {
  const maxScale = Math.min(MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_AREA / (width * height)));
  const one = Math.min(scale, maxScale);
  return { width: Math.floor(width * one), height: Math.floor(height * one) };
}
