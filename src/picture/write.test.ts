import { expect, test } from 'vitest';
import type { SvgPicture } from './svg-node.ts';
import { readSvg } from './testing.ts';
import { writeSvg } from './write.ts';

const sheet = (text: string): SvgPicture => ({
  focus: 0,
  width: 10.004,
  height: 20,
  title: text,
  description: text,
  shapes: [
    {
      kind: 'group',
      x: 1,
      y: 0.1 + 0.2,
      title: text,
      shapes: [{ kind: 'text', x: 1, y: 2, text, style: { family: 'sans', size: 10, paint: 'ink' } }],
    },
  ],
});

test('any text stays text in the SVG', () => {
  const text = `</text><script>alert("1")</script> & &lt; ' ]]> \u0000 \ud800 \uffff 中 \u{1f600}`;
  const root = readSvg(writeSvg(sheet(text), 'light'));
  const told = [0, 0xd800, 0xffff].reduce((rest, code) => rest.replace(String.fromCharCode(code), '\ufffd'), text);
  expect(root.children.map(({ name }) => name)).toEqual(['title', 'desc', 'defs', 'rect', 'g']);
  expect([root.children[0]?.text, root.children[1]?.text]).toEqual([told, told]);
  expect(root.children[4]?.children.map((one) => one.text)).toEqual([told, told]);
});

test('numbers are rounded', () => {
  const svg = writeSvg(sheet(''), 'dark');
  expect(svg).toContain('viewBox="0 0 10 20"');
  expect(svg).toContain('translate(1 0.3)');
});
