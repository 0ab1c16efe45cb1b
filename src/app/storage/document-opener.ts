import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { type DocumentSource, openDocument } from '../document/open-document.ts';
import { replaceDocument } from '../document/open-request.ts';
import type { AppStore } from '../state/store.ts';
import { combine, NO_CHANGE, type Transaction } from '../state/transaction.ts';
import type { Autosave } from './autosave.ts';

/**
 * Opens a source in place of the open document, which is saved first. `more` is applied with it. The error is one clause
 * in lower case; then nothing has changed.
 */
export type OpenSource = (source: DocumentSource, more?: Transaction) => Result<null, string>;

export const createDocumentOpener =
  (store: AppStore, autosave: Autosave): OpenSource =>
  (source, more = NO_CHANGE) => {
    const request = openDocument(source);
    if (!request.ok) return request;
    autosave.flush();
    autosave.setNext(request.value.stored ?? null);
    store.dispatch((state) => combine(replaceDocument(state, request.value), more));
    return ok(null);
  };
