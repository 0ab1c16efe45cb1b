/**
 * The application without its views, for schedules: state, undo, storage, locks and address are those of the page, but it
 * loads in a fraction of the time. `hands.mjs` calls what it puts on `globalThis`.
 */
import { startApp } from '../../src/app/app.ts';
import { browserServices } from '../../src/app/browser/browser.ts';
import { STORAGE } from '../../src/app/state/messages.ts';

const app = startApp(browserServices(window, null, null));
const { store, documents } = app;

/** Whether another document is open afterwards. */
function isLeft(action: () => unknown): boolean {
  const { documentGeneration } = store.getState();
  action();
  return store.getState().documentGeneration !== documentGeneration;
}

const hands = {
  text: () => store.getState().document.text,
  isRefused: () => store.getState().notices.some(({ id }) => id === STORAGE),
  type(line: string) {
    const text = store.getState().document.text + line;
    app.editText(text, text.length);
  },
  press: (command: string) => app.perform(command),
  openOther(choice: number) {
    documents.refresh();
    const others = store.getState().documents.filter(({ here }) => !here);
    const other = others[choice % Math.max(1, others.length)];
    return isLeft(() => other && documents.open(other.id));
  },
  continueDraft() {
    const draft = store.getState().notices.find(({ action }) => action?.kind === 'open');
    return isLeft(() => draft && app.runNoticeAction(draft.id));
  },
};

/** What `hands.mjs` calls. */
export type Hands = typeof hands;

Object.assign(globalThis, { hands });
