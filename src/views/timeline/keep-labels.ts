import { BOX } from '../../layout/metrics.ts';

/** A label of a box, in px of the drawing. */
interface Labelled {
  readonly text: SVGTextElement;
  /** Where its box begins. */
  readonly x: number;
  /** How far it can go to the right within its box, before the next label on its line. */
  readonly most: number;
}

/**
 * Keeps the labels of boxes in sight that begin further left: they go along, as far as their boxes do, while the drawing is
 * scrolled. `offset` is where the drawn stretch begins. Returns what ends that. Loaded by itself.
 */
export function keepLabels(scroller: HTMLElement, offset: number): () => void {
  const labels = labelsIn(scroller);
  const place = () => {
    const seen = scroller.scrollLeft - offset;
    for (const { text, x, most } of labels) {
      const by = Math.min(seen - x, most);
      // Those that stand where they are drawn are many, and left alone.
      if (by > 0) text.style.transform = `translateX(${by}px)`;
      else if (text.style.transform !== '') text.style.transform = '';
    }
  };
  place();
  scroller.addEventListener('scroll', place, { passive: true });
  return () => scroller.removeEventListener('scroll', place);
}

function labelsIn(scroller: HTMLElement): readonly Labelled[] {
  const all = [...scroller.querySelectorAll<SVGTextElement>('.box text')].map((text) => {
    const box = text.parentElement?.querySelector('rect')?.getBBox() ?? new DOMRect();
    return { text, x: box.x, y: box.y, right: box.x + box.width, long: text.getComputedTextLength() + 2 * BOX.left };
  });
  return all.map(({ text, x, y, right, long }) => {
    const next = all.filter((other) => other.y === y && other.x > x).map((other) => other.x);
    return { text, x, most: Math.min(right, ...next) - x - long };
  });
}
