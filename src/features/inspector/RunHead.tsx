import { nameOf } from '../../app/document/scenario-document.ts';
import { useApp } from '../../components/hooks/context.ts';

/** What is shown under which conditions, where there are no pickers to say it. */
export function RunHead() {
  const name = useApp(({ document }) => nameOf(document));
  const { revision, backend, setup } = useApp((state) => state.trace.world);
  return (
    <>
      <h1>{name ?? 'Untitled program'}</h1>
      <p>
        {revision.title} · {backend.title} {setup.era}
      </p>
    </>
  );
}
