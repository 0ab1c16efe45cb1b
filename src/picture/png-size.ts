import type { SvgPicture } from './svg-node.ts';

/** A canvas that is larger stays blank in some browser, without a word: in Safari by its area, in others by its side. */
const MAX_SIDE = 16_384;
const MAX_AREA = 16_777_216;

/** Pixels of a PNG at a scale, or at the largest one below it that every browser can draw. */
export function pngSize(
  { width, height }: Pick<SvgPicture, 'width' | 'height'>,
  scale: number,
): Pick<SvgPicture, 'width' | 'height'> {
  const most = Math.min(MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_AREA / (width * height)));
  const one = Math.min(scale, most);
  return { width: Math.floor(width * one), height: Math.floor(height * one) };
}
