import { lazy, Suspense } from 'react';
import { useApp } from '../context.ts';
import { WaitingMenu } from '../parts/Menu.tsx';

const ArchitecturesBox = lazy(() => import('./ArchitecturesBox.tsx'));

/** Which architectures stand on the axis, and how much their batches hold. */
export function ArchitecturesMenu() {
  const count = useApp(({ shown }) => shown.length);
  const label = count === 1 ? 'Architectures' : `Architectures: ${count}`;
  return (
    <Suspense fallback={<WaitingMenu label={label} />}>
      <ArchitecturesBox label={label} />
    </Suspense>
  );
}
