import { CommandButton } from '../../components/CommandButton.tsx';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { Panel } from '../../components/Panel.tsx';
import { ArchitecturesMenu } from './ArchitecturesMenu.tsx';
import { Drawing } from './Drawing.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Transport } from './Transport.tsx';

export const TimelinePanel = () => (
  <Panel title="Timeline" className="timeline" aside={<Aside />}>
    <ErrorBoundary name="The drawing">
      <Drawing />
    </ErrorBoundary>
    <Transport />
  </Panel>
);

function Aside() {
  const selecting = useApp((state) => state.selection?.open === true);
  return (
    <div className="timeline-aside">
      <StatusLine />
      <CommandButton command="select" icon="select" pressed={selecting} />
      <ArchitecturesMenu />
    </div>
  );
}
