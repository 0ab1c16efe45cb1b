import type { Picture } from '../../app/share/picture.ts';
import { pngSize } from '../../picture/png-size.ts';

/** The picture as a data URL. */
export const dataUrlOf = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Renders the picture as PNG. Throws where the browser has no canvas or no memory for it. */
export async function renderPng({ svg, width, height }: Picture, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = dataUrlOf(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), pngSize({ width, height }, scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser could not create the image'))),
      'image/png',
    );
  });
}

/** Copies the picture as PNG. Called within the click: some browsers require the promise itself as clipboard data. */
export async function copyImage(picture: Picture, scale: number): Promise<void> {
  if (typeof ClipboardItem === 'undefined') throw new Error('this browser cannot copy images');
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': renderPng(picture, scale) })]);
}

export const svgBlob = ({ svg }: Picture): Blob => new Blob([svg], { type: 'image/svg+xml' });
