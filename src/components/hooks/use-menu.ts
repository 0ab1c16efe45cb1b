import { type PointerEvent, useRef, useState } from 'react';

/**
 * Props of a menu and its button. A mouse opens the menu on press; a finger on release without movement, since scrolling may begin
 * on the button.
 */
export function useMenu() {
  const [open, setOpen] = useState(false);
  /** Whether the menu was open when a finger touched its button; null without a touch. */
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
