import { useEffect } from 'react';
import { pressOf } from '../../app/browser.ts';
import { useActions } from '../context.ts';

/** One listener for all keys of the page: what they do is looked up among the commands. */
export function useKeys(): void {
  const { press } = useActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = pressOf(event);
      if (key && press(key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [press]);
}
