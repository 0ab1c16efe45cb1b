import { fetched } from '../../components/lazy-component.tsx';
import { Panel } from '../../components/Panel.tsx';

// Asked for at once, not when the panel is first drawn: it fills before anybody looks.
const loading = import('./Findings.tsx');
const Findings = fetched(() => loading);

export const FindingsPanel = () => <Findings until={<Panel title="Findings" className="findings" />} />;
