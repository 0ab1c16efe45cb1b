import { BOX } from '../../layout/metrics.ts';

/** A label, in px of the drawing. */
interface Labelled {
  readonly element: HTMLElement | SVGElement;
  readonly left: number;
  readonly right: number;
  /** How far it stays from the edge while it goes along. */
  readonly inset: number;
  /** How far it can go to the right: within its box, or its column, and before the next label on its line. */
  readonly most: number;
  /** What lies over its line, in which it is not to be read. */
  readonly covers: readonly { readonly left: number; readonly right: number }[];
}

/**
 * Labels at the left edge, where the drawing is scrolled out of sight: those of boxes and the heads of columns go along, as far
 * as their boxes and columns do; what would be cut off all the same is not shown, since the end of a word says nothing.
 * `offset` is where the drawn stretch begins. Returns what ends that.
 */
export function stickLabels(scroller: HTMLElement, offset: number): () => void {
  const labels = labelsIn(scroller);
  const place = () => {
    const seen = scroller.scrollLeft - offset;
    for (const { element, left, right, inset, most, covers } of labels) {
      let by = Math.max(0, Math.min(seen + inset - left, most));
      for (const cover of by > 0 ? covers : []) {
        if (left + by < cover.right && right + by > cover.left - inset) by = cover.right + inset - left;
      }
      const cut = by > Math.max(0, most) || (left + by < seen && right + by > seen);
      // Those that stand where they are drawn are many, and left alone.
      const [transform, visibility] = [by > 0 ? `translateX(${by}px)` : '', cut ? 'hidden' : ''];
      if (element.style.transform !== transform) element.style.transform = transform;
      if (element.style.visibility !== visibility) element.style.visibility = visibility;
    }
  };
  place();
  scroller.addEventListener('scroll', place, { passive: true });
  return () => scroller.removeEventListener('scroll', place);
}

const labelsIn = (scroller: HTMLElement): readonly Labelled[] => [
  ...textsIn(scroller),
  ...[...scroller.querySelectorAll<SVGGElement>('.mark')].flatMap(markIn),
  ...[...scroller.querySelectorAll<HTMLElement>('.column-head')].flatMap(headIn),
];

function textsIn(scroller: HTMLElement): readonly Labelled[] {
  const opaque = [...scroller.querySelectorAll<SVGGraphicsElement>(':is(.box-pause, .box-interrupt) > .box-shape')];
  const over = opaque.map((shape) => ({ shape, ...edgesOf(shape) }));
  const all = [...scroller.querySelectorAll<SVGTextElement>('.box text, .label')].map((element) => ({
    element,
    ...edgesOf(element),
    shape: element.parentElement?.querySelector<SVGGraphicsElement>('.box-shape'),
  }));
  return all.map(({ element, shape, left, right, top, bottom }) => {
    if (!shape) return { element, left, right, inset: 0, most: 0, covers: [] };
    const box = edgesOf(shape);
    const onLine = all.filter((other) => other.left > left && other.top < bottom && other.bottom > top);
    const end = Math.min(box.right, ...onLine.map((other) => other.left));
    const covers = over.filter(
      (other) =>
        other.top < bottom &&
        other.bottom > top &&
        shape.compareDocumentPosition(other.shape) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return { element, left, right, inset: Math.min(BOX.left, left - box.left), most: end - BOX.left - right, covers };
  });
}

function edgesOf(element: SVGGraphicsElement) {
  const { x, y, width, height } = element.getBBox();
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** A sign and its words, which stand where the sign does. */
function markIn(element: SVGGElement): Labelled[] {
  const { x, width } = element.getBBox();
  // Its own box is without it.
  const at = Number(/[\d.]+/.exec(element.getAttribute('transform') ?? '0'));
  return [{ element, left: at + x, right: at + x + width, inset: 0, most: 0, covers: [] }];
}

/** The name and the number of a column, each on its line. */
function headIn(head: HTMLElement): Labelled[] {
  const column = head.closest<HTMLElement>('.column-of');
  if (!column) return [];
  return [...head.children].flatMap((line) => {
    if (!(line instanceof HTMLElement)) return [];
    const left = column.offsetLeft + line.offsetLeft;
    const right = left + line.offsetWidth;
    const most = column.offsetLeft + column.offsetWidth - HEAD - right;
    return [{ element: line, left, right, inset: HEAD, most: Math.max(0, most), covers: [] }];
  });
}

/** Blank beside the head of a column. */
const HEAD = 4;
