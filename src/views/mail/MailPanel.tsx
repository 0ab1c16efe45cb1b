import { lazy, Suspense } from 'react';
import { CommandButton } from '../parts/CommandButton.tsx';
import { Panel } from '../parts/Panel.tsx';

// Asked for with the page, not when it is first drawn: the text is there a moment later, in a box that has its size.
const loaded = import('./MailText.tsx');
const MailText = lazy(() => loaded);

/** The run as plain text, as it goes into a mail, with the row that is looked at lit. */
export const MailPanel = () => (
  <Panel
    title="As text for mail"
    className="mail"
    aside={<CommandButton command="copy-text" label="Copy text" className="panel-note" hint />}
  >
    <Suspense fallback={<div className="mail-box" />}>
      <MailText />
    </Suspense>
  </Panel>
);
