import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { Panel } from '../parts/Panel.tsx';
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

const Aside = () => (
  <div className="timeline-aside">
    <StatusLine />
    <ArchitecturesMenu />
  </div>
);
