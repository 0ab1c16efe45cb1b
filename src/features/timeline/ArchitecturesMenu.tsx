import { useApp } from '../../components/hooks/context.ts';
import { lazyComponent } from '../../components/lazy-component.tsx';
import { WaitingMenu } from '../../components/menu/Menu.tsx';

const ArchitecturesBox = lazyComponent(() => import('./ArchitecturesBox.tsx'));

/** Chooses the visible architectures and their batch size. */
export function ArchitecturesMenu() {
  const count = useApp(({ visibleRuns }) => visibleRuns.length);
  const label = (
    <span>
      Arch<span className="rest-of-word">itectures</span>
      {count > 1 && `: ${count}`}
    </span>
  );
  return <ArchitecturesBox label={label} fallback={<WaitingMenu label={label} />} />;
}
