import type { App } from '../../app/app.ts';
import { parseForm } from '../../app/explore/query-form.ts';
import { parseQueryText } from '../../app/explore/query-text.ts';
import { explorerOf } from './use-explorer.ts';

/** Runs the query of a link, if there is one. Its form reports invalid values itself. */
export function runLinkedQuery(app: App): void {
  const { linkedQuery, document } = app.store.getState();
  if (linkedQuery === null) return;
  const parsed = parseQueryText(linkedQuery, document.setup);
  app.finishLinkedQuery(parsed.ok ? null : parsed.error);
  if (!parsed.ok) return;
  const explorer = explorerOf(app);
  if ('issue' in parsed.value) {
    explorer.runKnownIssue(parsed.value.issue);
    return;
  }
  explorer.setForm(parsed.value.form);
  const query = parseForm(parsed.value.form);
  if (query.ok) explorer.run(query.value);
}
