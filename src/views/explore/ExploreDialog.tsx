import { Tabs } from 'radix-ui';
import { useEffect } from 'react';
import { formAbout, formFor } from '../../app/inquiry-form.ts';
import { useApp } from '../context.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { GraphPane } from './GraphPane.tsx';
import { KnownList } from './KnownList.tsx';
import { QuestionEnd, QuestionForm } from './QuestionForm.tsx';
import { useExplorer, useExploring } from './use-explorer.ts';

/** A question, the search for its answer, and what comes of it. */
export default function ExploreDialog() {
  const explorer = useExplorer();
  const form = useExploring((state) => state.form);
  const setup = useApp((state) => state.document.setup);

  // The question is about what is looked at; what else a person chose stays from one time to the next.
  useEffect(() => {
    const { form: before } = explorer.store.getState();
    explorer.fill(before ? formAbout(setup, before) : formFor(setup));
  }, [explorer, setup]);

  if (!form) return null;
  return (
    <Tabs.Root className="explore" defaultValue="question">
      <Tabs.List className="tabs" aria-label="What is asked">
        <Tabs.Trigger className="tab" value="question">
          Question
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="known">
          Found by people
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="graph">
          State graph
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="question" tabIndex={-1} className="explore-sides">
        <QuestionForm form={form} />
        <div className="explore-right">
          <QuestionEnd form={form} />
          <AnswerPanel asks />
        </div>
      </Tabs.Content>
      <Tabs.Content value="known" tabIndex={-1} className="explore-sides">
        <KnownList />
        <div className="explore-right">
          <AnswerPanel asks={false} />
        </div>
      </Tabs.Content>
      <Tabs.Content value="graph" tabIndex={-1}>
        <GraphPane form={form} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
