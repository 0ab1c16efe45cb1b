import { useApp } from '../context.ts';

/** What is shown under which conditions, where there are no pickers to say it. */
export function RunHead() {
  const title = useApp((state) => state.document.title);
  const { revision, backend, setup } = useApp((state) => state.trace.world);
  return (
    <>
      <h1>{title ?? 'A program'}</h1>
      <p>
        {revision.title} · {backend.title} {setup.era}
      </p>
    </>
  );
}
