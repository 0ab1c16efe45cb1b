import { lazy, Suspense } from 'react';
import { Panel } from '../parts/Panel.tsx';

// Asked for at once, not when the panel is first drawn: it fills before anybody looks.
const loading = import('./Findings.tsx');
const Findings = lazy(() => loading);

export const FindingsPanel = () => (
  <Suspense fallback={<Panel title="Findings" className="findings" />}>
    <Findings />
  </Suspense>
);
