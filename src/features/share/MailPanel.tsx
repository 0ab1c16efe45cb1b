import { CommandButton } from '../../components/CommandButton.tsx';
import { lazyComponent } from '../../components/lazy-component.tsx';
import { Panel } from '../../components/Panel.tsx';

// Loaded with the page, not when it is first drawn: the text appears a moment later in a box of its final size.
const loaded = import('./MailText.tsx');
const MailText = lazyComponent(() => loaded);

/** The run as plain text for an email, with the row at the playhead highlighted. */
export const MailPanel = () => (
  <Panel
    title="Plain text for email"
    className="mail"
    aside={<CommandButton command="copy-text" label="Copy text" className="panel-note" hint />}
  >
    <MailText fallback={<div className="mail-box" />} />
  </Panel>
);
