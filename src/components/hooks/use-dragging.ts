import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Place } from '../../app/command/drop.ts';
import { useActions } from './context.ts';
import type { Dragged } from './dragging.ts';

/**
 * Does something with the part of the page that drags, which is fetched when the page stands; where it cannot be, everything
 * else works.
 */
function withDragging(use: (module: typeof import('./dragging.ts')) => void): void {
  import('./dragging.ts').then(use, () => undefined);
}

/** Lets every element of a box that a selector names be dragged; `version` changes when there may be others. */
export function useDraggable(
  box: RefObject<HTMLElement | null>,
  selector: string,
  draggedOf: (element: HTMLElement) => Dragged | null,
  version: unknown,
): void {
  const read = useEffectEvent(draggedOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are those of this version
  useEffect(() => {
    let ends: (() => void)[] = [];
    let over = false;
    withDragging((module) => {
      if (over) return;
      const elements = [...(box.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
      ends = elements.flatMap((element) => {
        const dragged = read(element);
        return dragged ? [module.letDrag(element, dragged)] : [];
      });
    });
    return () => {
      over = true;
      for (const end of ends) end();
    };
  }, [box, selector, version]);
}

/** Lets rows and palette entries be dropped on a box; gives where something that is over it would go. */
export function useDropTarget(
  box: RefObject<HTMLElement | null>,
  placeAt: (box: HTMLElement, x: number, y: number) => Place | null,
): Place | null {
  const { drop } = useActions();
  const [over, setOver] = useState<Place | null>(null);
  const place = useEffectEvent(placeAt);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let end: (() => void) | null = null;
    let gone = false;
    withDragging((module) => {
      if (gone) return;
      end = module.letDrop({
        element,
        placeAt: (x, y) => place(element, x, y),
        onOver: setOver,
        onDrop: drop,
      });
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [box, drop]);
  return over;
}
