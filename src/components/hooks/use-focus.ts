import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus to what it is put on when that appears: a dialog that is loaded late has given it elsewhere by then. With what
 * it takes the place of, so that no key falls between the two.
 */
export function useFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useLayoutEffect(() => element.current?.focus(), []);
  return element;
}
