// Test support, imported by tests only: scenes as readable lines, and a text measure without a DOM.
import type { Measure, Scene } from './scene.ts';

/** Takes every character as equally wide, those of the sans font a little narrower. */
export const measure: Measure = (text, font, size) => [...text].length * size * (font === 'mono' ? 0.6 : 0.55);

/** Describes a scene in lines that begin with the id of their lane: boxes, paths, marks and texts, left to right. */
export function describeScene(scene: Scene): string[] {
  return [
    scene.columns.map(({ number, label }) => `${number} ${label}`).join(' | '),
    ...scene.lanes.flatMap(({ id, y, height }) => {
      const inside = (at: number) => at >= y && at < y + height;
      const items = [
        ...scene.boxes.filter((box) => inside(box.y)).map((box) => ({ ...box, text: boxText(box) })),
        ...scene.paths.filter((path) => path.id === id).map((path) => ({ x: -1, text: `${path.kind} ${path.d}` })),
        ...scene.marks.filter((mark) => inside(mark.y)).map((mark) => ({ ...mark, text: markText(mark) })),
        ...scene.labels
          .filter((label) => inside(label.y))
          .map((label) => ({ ...label, text: `${label.kind} ${label.text}` })),
      ];
      return items.sort((a, b) => a.x - b.x).map(({ text }) => `${id}: ${text}`);
    }),
  ];
}

function boxText({ kind, label, x, width, open, y, height }: Scene['boxes'][number]): string {
  const to = Math.round(x + width);
  return `${kind} "${label}" x ${Math.round(x)}..${to} y ${y}..${y + height}${open === 'none' ? '' : ` open ${open}`}`;
}

const markText = ({ kind, label, detail, slot }: Scene['marks'][number]): string =>
  [`@${slot}`, kind, label, detail].filter((part) => part !== '').join(' ');
