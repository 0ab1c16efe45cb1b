import type { Picture } from '../../app/share/picture.ts';
import { pngSize } from '../../picture/png-size.ts';

/** The picture as the address of an image. */
export const addressOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** The picture in pixels. Throws where the browser has no canvas or no memory for it. */
export async function pngOf({ svg, width, height }: Picture, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), pngSize({ width, height }, scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser cannot draw it'))), 'image/png');
  });
}

/** Puts the picture on the clipboard. Called within the click: some browsers want the promise, not what comes of it. */
export async function copyImage(picture: Picture, scale: number): Promise<void> {
  if (typeof ClipboardItem === 'undefined') throw new Error('this browser copies no images');
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture, scale) })]);
}

/** Gives the browser a file to keep. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Nothing says when the browser has read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const svgFile = ({ svg }: Picture): Blob => new Blob([svg], { type: 'image/svg+xml' });
