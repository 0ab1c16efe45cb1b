import { useEffect, useState } from 'react';
import { useActions } from './context.ts';

/** Whether neither pointer nor focus has moved for the given time in ms. */
export function useIdle(ms: number): boolean {
  const { scheduler } = useActions();
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const rest = scheduler.debounce(() => setIdle(true), { delay: ms });
    const wake = () => {
      setIdle(false);
      rest.request();
    };
    rest.request();
    for (const sign of SIGNS) window.addEventListener(sign, wake);
    return () => {
      rest.cancel();
      for (const sign of SIGNS) window.removeEventListener(sign, wake);
    };
  }, [scheduler, ms]);
  return isIdle;
}

const SIGNS = ['pointermove', 'pointerdown', 'focusin'] as const;
