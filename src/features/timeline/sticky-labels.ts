import { BOX } from '../../layout/metrics.ts';

/** A label, in px of the scene. */
interface Labelled {
  readonly element: HTMLElement | SVGElement;
  readonly left: number;
  readonly right: number;
  /** Its distance from the edge while it sticks. */
  readonly inset: number;
  /** How far it can move right: within its box or column, and up to the next label on its line. */
  readonly most: number;
  /** Boxes over its line, which would hide it. */
  readonly covers: readonly { readonly left: number; readonly right: number }[];
}

/**
 * Makes labels stick to the left edge while the drawing scrolls: those of boxes and column heads move along as far as their box
 * or column reaches; a label that would still be cut off is hidden. `offset` is the left edge of the scene. Returns the
 * function that stops this.
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
      // Most labels do not move, and their styles stay untouched.
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

/** A mark with its label, which do not stick. */
function markIn(element: SVGGElement): Labelled[] {
  const { x, width } = element.getBBox();
  // The bounding box does not include the transform.
  const at = Number(/[\d.]+/.exec(element.getAttribute('transform') ?? '0'));
  return [{ element, left: at + x, right: at + x + width, inset: 0, most: 0, covers: [] }];
}

/** The name and the number of a column, each on a line. */
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

/** Padding beside the head of a column. */
const HEAD = 4;
