import { displayTitle } from '../../app/document/scenario-document.ts';
import { useApp } from '../../components/hooks/context.ts';

/** The name and setup of the program, for pages without pickers. */
export function RunHead() {
  const name = useApp(({ document }) => displayTitle(document));
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
