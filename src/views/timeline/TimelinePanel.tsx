import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Drawing } from './Drawing.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Transport } from './Transport.tsx';

export const TimelinePanel = () => (
  <Panel title="Timeline" className="timeline" aside={<StatusLine />}>
    <ErrorBoundary name="The drawing">
      <Drawing />
    </ErrorBoundary>
    <Transport />
  </Panel>
);
