import { type ComponentType, type ReactNode, startTransition, useEffect, useState } from 'react';
import type { Scheduler } from '../lib/scheduler.ts';

/** The name of the error of a component whose code could not be loaded. */
export const LOAD_FAILED = 'LoadFailed';

/** What loads each lazy component that is known so far; a part of the page may bring more with it. */
const loaders: (() => Promise<unknown>)[] = [];

/**
 * Loads all lazy components one after the other while the page is idle, so that they need no network later. One that cannot be
 * loaded is left to its first use. Returns what stops it.
 */
export function prefetchComponents(scheduler: Scheduler): () => void {
  let next = 0;
  const job = scheduler.whenIdle(() => {
    const load = loaders[next];
    next += 1;
    load?.().then(job.request, job.request);
  });
  job.request();
  return job.cancel;
}

/** Shown until the component has loaded. */
interface LazyProps {
  readonly fallback?: ReactNode;
}

/**
 * Creates a component whose code is loaded when it is first rendered. React's own `lazy` throttles reveals to one per 300 ms, so a
 * dialog would wait once for its frame and again for its contents. If loading fails the component throws, for the error boundary
 * around it; rendering it again retries.
 */
export function lazyComponent<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): (props: P & LazyProps) => ReactNode {
  let known: ComponentType<P> | null = null;
  loaders.push(load);
  return function LazyComponent({ fallback = null, ...props }: P & LazyProps) {
    const [Body, setBody] = useState(() => known);
    const [failure, setFailure] = useState<Error | null>(null);
    useEffect(() => {
      if (Body) return;
      let wanted = true;
      load().then(
        ({ default: component }) => {
          known = component;
          // A panel rendered in slices leaves room for a key; rendered at once, all of them are one long task.
          if (wanted) startTransition(() => setBody(() => component));
        },
        (reason) => wanted && setFailure(Object.assign(new Error(String(reason)), { name: LOAD_FAILED })),
      );
      return () => {
        wanted = false;
      };
    }, [Body]);
    if (failure) throw failure;
    return Body ? <Body {...(props as unknown as P)} /> : fallback;
  };
}
