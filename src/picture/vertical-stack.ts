import type { Measure } from '../layout/scene.ts';
import type { Block, Shape, Style } from './svg-node.ts';
import { linesAt, wrapped } from './text.ts';

/** Shapes one beneath the other, each telling how much height it takes. */
export interface Flow {
  readonly width: number;
  readonly measure: Measure;
  /** The height so far: where the next thing begins. */
  y(): number;
  /** Takes so much height and gives where it begins. */
  take(height: number): number;
  add(...shapes: readonly Shape[]): void;
  /** A text in as many lines as it needs. */
  words(text: string, style: Style, x?: number): void;
  /** A small heading, with a quiet word at its right. */
  head(title: string, note?: string): void;
  block(): Block;
}

export function flowOf(width: number, measure: Measure): Flow {
  const shapes: Shape[] = [];
  let height = 0;
  const flow: Flow = {
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
      const lines = wrapped(text, style, width - x, measure);
      shapes.push(...linesAt(lines, style, x, flow.take(lines.length * leading) + style.size, leading));
    },
    head(title, note = '') {
      const y = flow.take(28) + 20;
      shapes.push({ kind: 'text', x: 0, y, text: title, style: HEAD });
      if (note !== '') shapes.push({ kind: 'text', x: width, y, text: note, anchor: 'end', style: NOTE });
    },
    block: () => ({ width, height, shapes, focus: 0 }),
  };
  return flow;
}

const HEAD: Style = { family: 'sans', size: 12, bold: true, paint: 'ink-soft' };
const NOTE: Style = { family: 'sans', size: 11, paint: 'ink-quiet' };
