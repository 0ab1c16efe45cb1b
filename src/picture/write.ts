import { HATCHING } from '../layout/metrics.ts';
import { colourOf, FAMILIES, mixColours, type PictureTheme } from './colours.ts';
import type { Paint, Stroke, SvgNode, SvgPicture, TextStyle } from './svg-node.ts';

/**
 * Writes a picture as standalone SVG, without style sheet, script, embedded font or HTML. It looks the same in a browser, on a
 * slide and in a drawing program.
 */
export function writeSvg({ width, height, title, description, shapes }: SvgPicture, theme: PictureTheme): string {
  const size = `width="${roundNumber(width)}" height="${roundNumber(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} viewBox="0 0 ${roundNumber(width)} ${roundNumber(height)}" font-family="${FAMILIES.sans}">`,
    `<title>${escapeText(title)}</title>`,
    `<desc>${escapeText(description)}</desc>`,
    hatching(theme),
    `<rect ${size} fill="${colourOf('paper', theme)}"/>`,
    ...shapes.map((shape) => writeNode(shape, theme)),
    '</svg>\n',
  ].join('\n');
}

function writeNode(shape: SvgNode, theme: PictureTheme): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, corner = 0, fill, stroke } = shape;
      const box = `x="${roundNumber(x)}" y="${roundNumber(y)}" width="${roundNumber(width)}" height="${roundNumber(height)}"`;
      return `<rect ${box}${corner === 0 ? '' : ` rx="${corner}"`}${paintAttributes(fill, stroke, theme)}/>`;
    }
    case 'path':
      return `<path d="${escapeText(shape.d)}"${paintAttributes(shape.fill, shape.stroke, theme)}/>`;
    case 'text': {
      const { x, y, text, style, anchor = 'start' } = shape;
      const at = `x="${roundNumber(x)}" y="${roundNumber(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`;
      return `<text ${at}${fontOf(style, theme)}>${escapeText(text)}</text>`;
    }
    case 'group': {
      const { x, y, title, shapes } = shape;
      const at = x === 0 && y === 0 ? '' : ` transform="translate(${roundNumber(x)} ${roundNumber(y)})"`;
      const titleElement = title === undefined ? '' : `<title>${escapeText(title)}</title>`;
      return `<g${at}>${titleElement}${shapes.map((one) => writeNode(one, theme)).join('')}</g>`;
    }
  }
}

function paintAttributes(fill: Paint, stroke: Stroke | undefined, theme: PictureTheme): string {
  const line = stroke && [
    ` stroke="${colourOf(stroke.paint, theme)}" stroke-width="${stroke.width}"`,
    stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash}"`,
    stroke.round ? ' stroke-linecap="round"' : '',
  ];
  return ` fill="${fillOf(fill, theme)}"${fill === 'section' ? ' fill-opacity=".62"' : ''}${line?.join('') ?? ''}`;
}

function fillOf(fill: Paint, theme: PictureTheme): string {
  if (fill === 'none') return 'none';
  if (fill === 'hatching') return `url(#hatching-${theme})`;
  return fill === 'section' ? mixColours('active', 0.26, 'paper', theme) : colourOf(fill, theme);
}

function fontOf({ family, size, paint, bold, italic }: TextStyle, theme: PictureTheme): string {
  const own = family === 'mono' ? ` font-family="${FAMILIES.mono}"` : '';
  const weight = bold ? ` font-weight="${family === 'mono' ? 700 : 600}"` : '';
  return `${own} font-size="${size}"${weight}${italic ? ' font-style="italic"' : ''} fill="${colourOf(paint, theme)}"`;
}

// The id contains the theme: two pictures in one page must not share a pattern.
function hatching(theme: PictureTheme): string {
  const { size, stripe, degrees } = HATCHING;
  const place = `width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${degrees})"`;
  const ground = `<rect width="${size}" height="${size}" fill="${colourOf('paper', theme)}"/>`;
  const line = `<path d="M0 0V${size}" stroke="${colourOf('pause', theme)}" stroke-width="${stripe}"/>`;
  return `<defs><pattern id="hatching-${theme}" ${place}>${ground}${line}</pattern></defs>`;
}

const roundNumber = (value: number): number => Math.round(value * 100) / 100;

/** Escapes text for XML. Characters that XML forbids become the replacement character. */
const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (sign) => NAMES[sign] ?? '');

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
