import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Focuses the element when it appears: a dialog that loads lazily has already placed the focus elsewhere. It runs in the layout
 * phase, together with the removal of the placeholder, so that no key press is lost.
 */
export function useFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
