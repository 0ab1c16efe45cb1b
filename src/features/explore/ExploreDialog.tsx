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

/** A question, the search for its answer, and what comes of it. */
export default function ExploreDialog() {
  const explorer = useExplorer();
  const form = useExplorerState((state) => state.form);
  const setup = useApp((state) => state.document.setup);

  // The question is about what is looked at; what else a person chose stays from one time to the next.
  useEffect(() => {
    const { form: before } = explorer.store.getState();
    explorer.setForm(before ? retargetForm(setup, before) : defaultForm(setup));
  }, [explorer, setup]);

  // A link may have asked before this was here, and may be opened while it is.
  const app = useActions();
  const question = useApp((state) => state.question);
  const [tab, setTab] = useState(() => tabOf(explorer));
  useEffect(() => {
    if (question === null) return;
    runLinkedQuery(app);
    setTab(tabOf(explorer));
  }, [app, explorer, question]);

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

/** Where the answer stands to what was asked last. */
const tabOf = ({ store }: Explorer): string => ((store.getState().active?.issue ?? null) === null ? 'query' : 'known');
