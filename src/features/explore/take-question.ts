import type { App } from '../../app/app.ts';
import { inquiryOf } from '../../app/explore/inquiry-form.ts';
import { readQuestion } from '../../app/explore/question-text.ts';
import { explorerOf } from './use-explorer.ts';

/** Asks what a link asks, if it does. What is wrong with the values of a question its form says, beside them. */
export function takeQuestion(app: App): void {
  const { question, document } = app.store.getState();
  if (question === null) return;
  const read = readQuestion(question, document.setup);
  app.tookQuestion(read.ok ? null : read.error);
  if (!read.ok) return;
  const explorer = explorerOf(app);
  if ('known' in read.value) {
    explorer.askKnown(read.value.known);
    return;
  }
  explorer.fill(read.value.form);
  const inquiry = inquiryOf(read.value.form);
  if (inquiry.ok) explorer.ask(inquiry.value);
}
