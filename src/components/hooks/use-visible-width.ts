import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width in px of a scrolled box in which its content is visible, without what covers its start. */
export function useVisibleWidth(box: RefObject<HTMLElement | null>, covered: () => number): number {
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
