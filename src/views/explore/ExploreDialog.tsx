import { Tabs } from 'radix-ui';
import { useEffect, useState } from 'react';
import { formFor } from '../../app/inquiry-form.ts';
import { useApp } from '../context.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { KnownList } from './KnownList.tsx';
import { QuestionEnd, QuestionForm } from './QuestionForm.tsx';
import { useExplorer, useExploring } from './use-explorer.ts';

/** A question, the search for its answer, and what comes of it. */
export default function ExploreDialog() {
  const explorer = useExplorer();
  const form = useExploring((state) => state.form);
  const setup = useApp((state) => state.document.setup);
  const [tab, setTab] = useState('question');

  // The question is about what is looked at; what else a person chose stays from one time to the next.
  useEffect(() => {
    const { form: before } = explorer.store.getState();
    explorer.fill(before ? { ...before, setup } : formFor(setup));
  }, [explorer, setup]);

  if (!form) return null;
  return (
    <Tabs.Root className="explore" value={tab} onValueChange={setTab}>
      <Tabs.List className="tabs" aria-label="What is asked">
        <Tabs.Trigger className="tab" value="question">
          A question
        </Tabs.Trigger>
        <Tabs.Trigger className="tab" value="known">
          What people found
        </Tabs.Trigger>
      </Tabs.List>
      <div className="explore-sides">
        <Tabs.Content value="question" tabIndex={-1}>
          <QuestionForm form={form} />
        </Tabs.Content>
        <Tabs.Content value="known" tabIndex={-1}>
          <KnownList />
        </Tabs.Content>
        <div className="explore-right">
          {tab === 'question' && <QuestionEnd form={form} />}
          <AnswerPanel />
        </div>
      </div>
    </Tabs.Root>
  );
}
