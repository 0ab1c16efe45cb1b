import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The visible items of a long list, and their position. */
interface Window {
  readonly first: number;
  readonly last: number;
  /** Start of the first item, in px from the start of the list. */
  readonly offset: number;
  /** Length of the whole list in px. */
  readonly extent: number;
}

interface List {
  readonly axis: 'x' | 'y';
  readonly count: number;
  /** Size of one item in px. */
  readonly size: number;
  /** The item to keep visible; -1 for none. Scrolls only when it changes. */
  readonly follow: number;
  /** Px at the start of the box that are covered, by the lane names. */
  readonly covered?: () => number;
}

/** Overscan at each end, and the scroll distance between updates, as parts of the box's length. */
const MARGIN = 1 / 4;
const STRIDE = 1 / 4;
/** A list of up to so many box lengths is rendered whole. */
const SHORT = 2.5;

/** Virtualises a list: returns the visible items of a scrolled box, with some overscan. */
export function useWindow(box: RefObject<HTMLElement | null>, { axis, count, size, follow, covered }: List): Window {
  const [view, setView] = useState({ start: 0, length: 0, size });
  const scrolled = useRef(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || follow < 0) return;
    const length = axis === 'x' ? element.clientWidth : element.clientHeight;
    const start = axis === 'x' ? element.scrollLeft : element.scrollTop;
    const wanted = keptInSight(start, length, placeOf(follow, size, covered));
    if (wanted === start) return;
    if (axis === 'x') element.scrollLeft = wanted;
    else element.scrollTop = wanted;
  }, [box, axis, size, follow, covered]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const length = axis === 'x' ? element.clientWidth : element.clientHeight;
      scrolled.current = axis === 'x' ? element.scrollLeft : element.scrollTop;
      const next = { start: inStrides(scrolled.current, length, size), length, size };
      setView((old) => (old.start === next.start && old.length === next.length && old.size === next.size ? old : next));
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

  const { length } = view;
  // After a change of size the items have moved: render where the box will have scrolled.
  const start =
    view.size === size || follow < 0
      ? view.start
      : inStrides(keptInSight(scrolled.current, length, placeOf(follow, size, covered)), length, size);
  const showsAll = count * size <= length * SHORT;
  const from = showsAll ? 0 : start - length * MARGIN;
  const to = showsAll ? count * size : start + length + strideOf(length, size) + length * MARGIN;
  const first = Math.max(0, Math.min(count - 1, Math.floor(from / size)));
  const last = Math.min(count - 1, Math.ceil(to / size));
  return { first, last, offset: first * size, extent: count * size };
}

const strideOf = (length: number, size: number) => Math.max(size, length * STRIDE);

const inStrides = (start: number, length: number, size: number) => {
  const stride = strideOf(length, size);
  return Math.floor(start / stride) * stride;
};

interface Place {
  readonly from: number;
  readonly to: number;
  readonly covered: number;
}

const placeOf = (item: number, size: number, covered: List['covered']): Place => ({
  from: item * size,
  to: (item + 1) * size,
  covered: covered?.() ?? 0,
});

/** The smallest scroll that shows an item with a neighbour on either side. */
function keptInSight(start: number, box: number, { from, to, covered }: Place): number {
  const length = box - covered;
  const margin = Math.min(to - from, Math.max(0, (length - (to - from)) / 2));
  return Math.min(Math.max(start, to + margin - length), from - margin);
}
