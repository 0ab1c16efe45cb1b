import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to what it is put on when that appears: a dialog that is loaded late has given it elsewhere by then. */
export function useFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
