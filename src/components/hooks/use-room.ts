import { type RefObject, useLayoutEffect, useState } from 'react';

/** Px of a scrolled box that its content can be seen in: its width without what stands over its start. */
export function useRoom(box: RefObject<HTMLElement | null>, covered: () => number): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setRoom(element.clientWidth - covered());
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, covered]);
  return room;
}
