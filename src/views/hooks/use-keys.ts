import { useEffect } from 'react';
import { pressOf } from '../../app/browser.ts';
import { useActions } from '../context.ts';

/** One listener for all keys of the page: what they do is looked up among the commands. */
export function useKeys(): void {
  const { press, paste } = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = pressOf(event);
      if (key && press(key)) event.preventDefault();
    };
    // A table or a link that is pasted beside the editor becomes the program, too.
    const take = (event: ClipboardEvent) => {
      const inText = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!inText && !event.defaultPrevented && text !== '' && paste(text)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('paste', take);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('paste', take);
    };
  }, [press, paste]);
}
