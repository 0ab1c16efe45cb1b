import type { App } from '../../app/app.ts';
import { parseForm } from '../../app/explore/query-form.ts';
import { parseQueryText } from '../../app/explore/query-text.ts';
import { explorerOf } from './use-explorer.ts';

/** Asks what a link asks, if it does. What is wrong with the values of a question its form says, beside them. */
export function runLinkedQuery(app: App): void {
  const { question, document } = app.store.getState();
  if (question === null) return;
  const read = parseQueryText(question, document.setup);
  app.tookQuestion(read.ok ? null : read.error);
  if (!read.ok) return;
  const explorer = explorerOf(app);
  if ('issue' in read.value) {
    explorer.runKnownIssue(read.value.issue);
    return;
  }
  explorer.setForm(read.value.form);
  const query = parseForm(read.value.form);
  if (query.ok) explorer.run(query.value);
}
