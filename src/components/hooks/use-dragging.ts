import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Dragged, DropTarget } from '../../app/command/drop.ts';
import { useActions } from './context.ts';

/** Uses the drag and drop chunk once it has loaded. If loading fails, everything else still works. */
function withDragging(use: (module: typeof import('./dragging.ts')) => void): void {
  import('./dragging.ts').then(use, () => undefined);
}

/** Makes the elements of a box that match a selector draggable; `version` changes when the elements may have changed. */
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
        return dragged ? [module.makeDraggable(element, dragged)] : [];
      });
    });
    return () => {
      over = true;
      for (const end of ends) end();
    };
  }, [box, selector, version]);
}

/** Makes a box a drop target for events and palette entries; returns the current drop position. */
export function useDropTarget(
  box: RefObject<HTMLElement | null>,
  placeAt: (box: HTMLElement, x: number, y: number) => DropTarget | null,
): DropTarget | null {
  const actions = useActions();
  const [over, setOver] = useState<DropTarget | null>(null);
  const place = useEffectEvent(placeAt);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let end: (() => void) | null = null;
    let gone = false;
    withDragging((module) => {
      if (gone) return;
      end = module.makeDropTarget({
        actions,
        element,
        placeAt: (x, y) => place(element, x, y),
        onOver: setOver,
      });
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [box, actions]);
  return over;
}
