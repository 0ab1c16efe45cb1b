import { CommandButton } from '../../components/CommandButton.tsx';
import { fetched } from '../../components/lazy-component.tsx';
import { Panel } from '../../components/Panel.tsx';

// Asked for with the page, not when it is first drawn: the text is there a moment later, in a box that has its size.
const loaded = import('./MailText.tsx');
const MailText = fetched(() => loaded);

/** The run as plain text, as it goes into a mail, with the row that is looked at lit. */
export const MailPanel = () => (
  <Panel
    title="As text for mail"
    className="mail"
    aside={<CommandButton command="copy-text" label="Copy text" className="panel-note" hint />}
  >
    <MailText until={<div className="mail-box" />} />
  </Panel>
);
