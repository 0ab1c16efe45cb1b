import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** The items of a long list that are in sight, and where they stand. */
interface Window {
  readonly first: number;
  readonly last: number;
  /** Where the first one begins, in px from the list's start. */
  readonly offset: number;
  /** How long the whole list is, in px. */
  readonly extent: number;
}

interface List {
  readonly axis: 'x' | 'y';
  readonly count: number;
  /** Size of one item in px. */
  readonly size: number;
  /** The item to keep in sight; -1 for none. Scrolls only when it changes. */
  readonly follow: number;
  /** Px at the start of the scrolled box that something stands over: the names of lanes. */
  readonly covered?: () => number;
}

/** Which items of a list are in sight in a box that scrolls, some more at both ends, in whole pages of items. */
export function useWindow(box: RefObject<HTMLElement | null>, { axis, count, size, follow, covered }: List): Window {
  const [view, setView] = useState({ start: 0, length: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const start = axis === 'x' ? element.scrollLeft : element.scrollTop;
      const length = axis === 'x' ? element.clientWidth : element.clientHeight;
      const page = Math.max(size, length / 2);
      const next = { start: Math.floor(start / page) * page, length };
      setView((old) => (old.start === next.start && old.length === next.length ? old : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, axis, size]);

  useEffect(() => {
    const element = box.current;
    if (!element || follow < 0) return;
    keepInSight(element, axis, { from: follow * size, to: (follow + 1) * size, covered: covered?.() ?? 0 });
  }, [box, axis, size, follow, covered]);

  const first = Math.max(0, Math.min(count - 1, Math.floor((view.start - view.length / 2) / size)));
  const last = Math.min(count - 1, Math.ceil((view.start + 2 * view.length) / size));
  return { first, last, offset: first * size, extent: count * size };
}

/** Scrolls by as little as shows the stretch with a neighbour of the same size on either side. */
function keepInSight(
  element: HTMLElement,
  axis: 'x' | 'y',
  place: { from: number; to: number; covered: number },
): void {
  const length = (axis === 'x' ? element.clientWidth : element.clientHeight) - place.covered;
  const start = axis === 'x' ? element.scrollLeft : element.scrollTop;
  const margin = Math.min(place.to - place.from, Math.max(0, (length - (place.to - place.from)) / 2));
  const least = place.to + margin - length;
  const most = place.from - margin;
  const wanted = Math.min(Math.max(start, least), most);
  if (wanted === start) return;
  if (axis === 'x') element.scrollLeft = wanted;
  else element.scrollTop = wanted;
}
