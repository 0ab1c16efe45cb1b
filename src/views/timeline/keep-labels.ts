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
  const all = [...scroller.querySelectorAll<SVGTextElement>('.box text, .label')].map((text) => ({
    text,
    place: text.getBBox(),
    box: text.parentElement?.querySelector('rect')?.getBBox(),
  }));
  return all.flatMap(({ text, place, box }) => {
    if (!box) return [];
    const onLine = all.filter(({ place: { x, y, height } }) => x > place.x && Math.abs(y - place.y) < height);
    const end = Math.min(box.x + box.width, ...onLine.map((other) => other.place.x));
    return { text, x: box.x, most: end - BOX.left - place.x - place.width };
  });
}
