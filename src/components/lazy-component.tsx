import { type ComponentType, type ReactNode, startTransition, useEffect, useState } from 'react';

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
  return function LazyComponent({ fallback = null, ...props }: P & LazyProps) {
    const [Body, setBody] = useState(() => known);
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    useEffect(() => {
      if (Body) return;
      let wanted = true;
      load().then(
        ({ default: component }) => {
          known = component;
          // A panel rendered in slices leaves room for a key; rendered at once, all of them are one long task.
          if (wanted) startTransition(() => setBody(() => component));
        },
        (reason) => wanted && setFailure({ reason }),
      );
      return () => {
        wanted = false;
      };
    }, [Body]);
    if (failure) throw failure.reason;
    return Body ? <Body {...(props as unknown as P)} /> : fallback;
  };
}
