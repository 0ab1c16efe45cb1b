import { useEffect } from 'react';
import type { KeyPress } from '../../app/key.ts';
import { useActions } from '../context.ts';

/** One listener for all keys of the page: what they do is looked up among the commands. */
export function useKeys(): void {
  const { press } = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, altKey, shiftKey } = event;
      const ctrl = event.ctrlKey || event.metaKey;
      if (press({ key, ctrl, alt: altKey, shift: shiftKey, focus: focusOf(event.target) })) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [press]);
}

/** Text, and lists that take letters and arrows for themselves. */
const TEXT =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]';
const CONTROL = 'button, a[href], summary, input, [role="button"]';

function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(TEXT)) return 'text';
  return target.closest(CONTROL) ? 'control' : 'page';
}
