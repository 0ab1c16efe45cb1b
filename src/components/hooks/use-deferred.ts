import { startTransition, useEffect, useState } from 'react';
import { useActions } from './context.ts';

/** The value as it was when the page was last idle. React renders what follows it in slices. */
export function useDeferred<T>(value: T): T {
  const { scheduler } = useActions();
  const [deferred, setDeferred] = useState(value);
  useEffect(() => {
    const update = scheduler.whenIdle(() => startTransition(() => setDeferred(() => value)));
    update.request();
    return update.cancel;
  }, [scheduler, value]);
  return deferred;
}
