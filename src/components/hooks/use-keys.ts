import { useEffect } from 'react';
import { pressOf } from '../../app/browser/browser.ts';
import { useActions } from './context.ts';

/** Listens for all keys of the page and dispatches them to commands. */
export function useKeys(): void {
  const { pressKey, paste, pasteRows } = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // Selected page text takes precedence: the browser copies it.
      if (COPYING.test(event.key) && (event.ctrlKey || event.metaKey) && isMarked(window.getSelection())) return;
      const key = pressOf(event);
      if (key && pressKey(key)) event.preventDefault();
    };
    // A table or link pasted outside the editor replaces the program; other text is inserted into it.
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
  }, [pressKey, paste, pasteRows]);
}

const COPYING = /^[cx]$/i;

/** Whether page text is selected; the editor keeps its own selection after losing the focus. */
const isMarked = (mark: Selection | null): boolean =>
  mark !== null && !mark.isCollapsed && !mark.anchorNode?.parentElement?.closest('[contenteditable]');
