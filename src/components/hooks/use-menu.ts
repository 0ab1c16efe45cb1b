import { type PointerEvent, useRef, useState } from 'react';

/**
 * What a menu and its button are given. A mouse opens it when it is pressed; a finger when it is lifted again without having
 * moved, since one that scrolls the page may begin anywhere.
 */
export function useMenu() {
  const [open, setOpen] = useState(false);
  /** Whether it was open when a finger came down on its button; null without a finger. */
  const before = useRef<boolean | null>(null);
  return {
    root: { open, onOpenChange: setOpen, modal: false },
    trigger: {
      onPointerDown(event: PointerEvent) {
        before.current = event.pointerType === 'touch' ? open : null;
        if (before.current !== null) event.preventDefault();
      },
      onClick() {
        if (before.current !== null) setOpen(!before.current);
        before.current = null;
      },
    },
  };
}
