import type { Measure } from '../layout/scene.ts';
import type { PictureBlock, SvgNode, TextStyle } from './svg-node.ts';
import { placeLines, wrapText } from './text.ts';

/** Stacks nodes vertically; each takes the height that it needs. */
export interface VerticalStack {
  readonly width: number;
  readonly measure: Measure;
  /** The height so far, where the next node starts. */
  y(): number;
  /** Reserves height and returns its top. */
  take(height: number): number;
  add(...shapes: readonly SvgNode[]): void;
  /** Adds a wrapped text. */
  words(text: string, style: TextStyle, x?: number): void;
  /** Adds a heading, with a note at its right. */
  head(title: string, note?: string): void;
  block(): PictureBlock;
}

export function createStack(width: number, measure: Measure): VerticalStack {
  const shapes: SvgNode[] = [];
  let height = 0;
  const stack: VerticalStack = {
    width,
    measure,
    y: () => height,
    take(more) {
      const y = height;
      height += more;
      return y;
    },
    add: (...more) => void shapes.push(...more),
    words(text, style, x = 0) {
      const leading = Math.round(style.size * 1.4);
      const lines = wrapText(text, style, width - x, measure);
      shapes.push(...placeLines(lines, style, x, stack.take(lines.length * leading) + style.size, leading));
    },
    head(title, note = '') {
      const y = stack.take(28) + 20;
      shapes.push({ kind: 'text', x: 0, y, text: title, style: HEAD });
      if (note !== '') shapes.push({ kind: 'text', x: width, y, text: note, anchor: 'end', style: NOTE });
    },
    block: () => ({ width, height, shapes, focus: 0 }),
  };
  return stack;
}

const HEAD: TextStyle = { family: 'sans', size: 12, bold: true, paint: 'ink-soft' };
const NOTE: TextStyle = { family: 'sans', size: 11, paint: 'ink-quiet' };
