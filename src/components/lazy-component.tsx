import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** What stands in its place until a component is there. */
interface Waiting {
  readonly until?: ReactNode;
}

/**
 * A component whose code is fetched when it is first drawn, and drawn as soon as it is there. React's own `lazy` holds back what comes
 * within 300 ms of another, so that a dialog waits for its frame and then once more for what is in it. Where it cannot be fetched it
 * throws, for the boundary around it; drawn again it asks again.
 */
export function fetched<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): (props: P & Waiting) => ReactNode {
  let known: ComponentType<P> | null = null;
  return function Fetched({ until = null, ...props }: P & Waiting) {
    const [Body, setBody] = useState(() => known);
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    useEffect(() => {
      if (Body) return;
      let wanted = true;
      load().then(
        ({ default: component }) => {
          known = component;
          if (wanted) setBody(() => component);
        },
        (reason) => wanted && setFailure({ reason }),
      );
      return () => {
        wanted = false;
      };
    }, [Body]);
    if (failure) throw failure.reason;
    return Body ? <Body {...(props as unknown as P)} /> : until;
  };
}
