// Test support, imported by tests only: a strict XML reader for pictures that finds their texts.
import { measure } from '../layout/testing.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements that a picture may contain. */
const KNOWN = ['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'rect', 'path', 'text'];

/** Throws if the SVG is not well-formed. */
export function readSvg(svg: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(svg)) {
    throw new Error('a character that XML cannot have');
  }
  for (const [whole, text, close, name = '', attributes = '', empty] of svg.matchAll(
    /([^<]+)|<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|</g,
  )) {
    const top = open.at(-1);
    if (!top) throw new Error('content after the root element');
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`an ampersand in ${text}`);
      top.text += text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
    } else if (close === '/') {
      if (top.name !== name) throw new Error(`</${name}> ends <${top.name}>`);
      open.pop();
    } else {
      if (!KNOWN.includes(name)) throw new Error(`not an element of pictures: ${whole}`);
      const own = [...attributes.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
      if (new Set(own.map(([key]) => key)).size < own.length) throw new Error(`an attribute twice: ${whole}`);
      const element: Element = { name, attributes: Object.fromEntries(own), children: [], text: '' };
      top.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [first, ...more] = root.children;
  if (!first || more.length > 0 || open.length !== 1) throw new Error('not one element, or not closed');
  return first;
}

/** Every text with its bounding box, in the picture's coordinates. */
export function textsIn(element: Element, x = 0, y = 0) {
  const { name, attributes, children, text } = element;
  const [, dx = '0', dy = '0'] = /translate\((\S+) (\S+)\)/.exec(attributes.transform ?? '') ?? [];
  const [left, top] = [x + Number(dx), y + Number(dy)];
  const inner: { text: string; left: number; right: number; top: number; bottom: number }[] = children.flatMap(
    (child) => textsIn(child, left, top),
  );
  if (name !== 'text') return inner;
  const size = Number(attributes['font-size']);
  const wide = measure(text, attributes['font-family'] === undefined ? 'sans' : 'mono', size);
  const anchor = { middle: wide / 2, end: wide }[attributes['text-anchor'] ?? ''] ?? 0;
  const start = left + Number(attributes.x) - anchor;
  const base = top + Number(attributes.y);
  return [{ text, left: start, right: start + wide, top: base - size * 0.75, bottom: base + size * 0.2 }];
}
