import { useEffect } from 'react';
import { pressOf } from '../../app/browser/browser.ts';
import { useActions } from './context.ts';

/** One listener for all keys of the page: what they do is looked up among the commands. */
export function useKeys(): void {
  const { press, paste, pasteRows } = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // What is marked of the page itself is what a person then wants to copy.
      if (COPYING.test(event.key) && (event.ctrlKey || event.metaKey) && isMarked(window.getSelection())) return;
      const key = pressOf(event);
      if (key && press(key)) event.preventDefault();
    };
    // A table or a link that is pasted beside the editor becomes the program, too, and other text a part of it.
    const take = (event: ClipboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (inText || event.defaultPrevented || text === '' || document.querySelector('[role=dialog]')) return;
      if (!paste(text)) pasteRows(text);
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('paste', take);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('paste', take);
    };
  }, [press, paste, pasteRows]);
}

const COPYING = /^[cx]$/i;

/** Whether a part of the page is marked; the editor keeps its own mark when one has left it. */
const isMarked = (mark: Selection | null): boolean =>
  mark !== null && !mark.isCollapsed && !mark.anchorNode?.parentElement?.closest('[contenteditable]');
