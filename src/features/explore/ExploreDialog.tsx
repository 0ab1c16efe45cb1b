import { Tabs } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { Explorer } from '../../app/explore/explorer.ts';
import { defaultForm, retargetForm } from '../../app/explore/query-form.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { GraphPane } from './GraphPane.tsx';
import { KnownIssues } from './KnownIssues.tsx';
import { QueryEditor, QuerySummary } from './QueryEditor.tsx';
import { runLinkedQuery } from './run-linked-query.ts';
import { useExplorer, useExplorerState } from './use-explorer.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

/** The explorer: a query, its search, and its verdict. */
export default function ExploreDialog() {
  const explorer = useExplorer();
  const form = useExplorerState((state) => state.form);
  const setup = useApp((state) => state.document.setup);

  // The form follows the document's setup; everything else keeps the user's choices.
  useEffect(() => {
    const { form: before } = explorer.store.getState();
    explorer.setForm(before ? retargetForm(setup, before) : defaultForm(setup));
  }, [explorer, setup]);

  // A link may bring a query before the dialog mounts, or while it is open.
  const app = useActions();
  const linkedQuery = useApp((state) => state.linkedQuery);
  const [tab, setTab] = useState(() => tabOf(explorer));
  useEffect(() => {
    if (linkedQuery === null) return;
    runLinkedQuery(app);
    setTab(tabOf(explorer));
  }, [app, explorer, linkedQuery]);

  if (!form) return null;
  return (
    <Tabs.Root className="explore" value={tab} onValueChange={setTab}>
      <Tabs.List className="tabs" aria-label="Explore">
        <Tabs.Trigger className="tab" value="query">
          Query
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="known">
          Known issues
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="graph">
          State graph
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="query" tabIndex={-1} className="explore-sides">
        <QueryEditor form={form} />
        <div className="explore-right">
          <QuerySummary form={form} />
          <VerdictPanel asks />
        </div>
      </Tabs.Content>
      <Tabs.Content value="known" tabIndex={-1} className="explore-sides">
        <KnownIssues />
        <div className="explore-right">
          <VerdictPanel asks={false} />
        </div>
      </Tabs.Content>
      <Tabs.Content value="graph" tabIndex={-1}>
        <GraphPane form={form} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

/** The tab that shows the verdict of the last query. */
const tabOf = ({ store }: Explorer): string => ((store.getState().active?.issue ?? null) === null ? 'query' : 'known');
