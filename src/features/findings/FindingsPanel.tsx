import { fetched } from '../../components/lazy-component.tsx';
import { Panel } from '../../components/Panel.tsx';

// Loaded at once, not when the panel is first drawn, so that the list is there when you look at it.
const loading = import('./Findings.tsx');
const Findings = fetched(() => loading);

export const FindingsPanel = () => <Findings until={<Panel title="Problems" className="findings" />} />;
