import { lazyComponent } from '../../components/lazy-component.tsx';
import { Panel } from '../../components/Panel.tsx';

// Loaded at once, not when the panel is first drawn, so that the list is there when you look at it.
const loading = import('./Findings.tsx');
const Findings = lazyComponent(() => loading);

export const FindingsPanel = () => <Findings fallback={<Panel title="Problems" className="findings" />} />;
