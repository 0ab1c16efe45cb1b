import { scenarios } from '../../content/scenarios/index.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import type { View } from '../../notation/link/link.ts';
import { readAny } from '../../notation/read-any.ts';
import type { Document } from '../state/state.ts';
import type { StoredDocument } from '../state/stored-document.ts';
import { visibleArchitectures } from '../state/visible-architectures.ts';
import { openProgram, withText } from './document.ts';
import { openLink, openView } from './open-link.ts';
import type { OpenRequest } from './open-request.ts';
import { isNotation } from './read-text.ts';
import { openScenario } from './scenario-document.ts';

/** Everything from which a document can be opened. */
export type DocumentSource =
  /** The page's address, and the stored document that it names: this one is continued where the link shows it. */
  | { readonly kind: 'address'; readonly fragment: string; readonly stored: StoredDocument | null }
  /** A link that has been read. */
  | { readonly kind: 'link'; readonly view: View }
  | { readonly kind: 'stored'; readonly stored: StoredDocument }
  | { readonly kind: 'scenario'; readonly id: string }
  /** A text in any form that can be pasted; a program without a setup runs under that of the open document. */
  | { readonly kind: 'text'; readonly text: string; readonly open: Document }
  /** A document that was made on this page, such as the program of a counterexample. */
  | { readonly kind: 'made'; readonly request: OpenRequest };

/** Reads what a source has to open. It changes nothing; the error is one clause in lower case. */
export function openDocument(source: DocumentSource): Result<OpenRequest, string> {
  switch (source.kind) {
    case 'address':
      return openAddress(source.fragment, source.stored);
    case 'link':
      return openView(source.view);
    case 'stored':
      return ok(continueDocument(source.stored));
    case 'scenario': {
      const scenario = scenarios.find(source.id);
      return scenario ? ok(openScenario(scenario)) : err(`there is no scenario "${source.id}"`);
    }
    case 'text':
      return openText(source.text, source.open);
    case 'made':
      return ok(source.request);
  }
}

/** A document that no link can carry has an empty fragment, and is found by its id alone. */
function openAddress(fragment: string, stored: StoredDocument | null): Result<OpenRequest, string> {
  if (fragment === '' && stored) return ok(continueDocument(stored));
  const link = openLink(fragment);
  if (!link.ok || !stored || !showsDocument(link.value, stored)) return link;
  return ok({ ...link.value, document: stored.snapshot.document, stored });
}

function continueDocument(stored: StoredDocument): OpenRequest {
  const { document, cursor, caret } = stored.snapshot;
  return { document, row: 0, moment: null, stored, place: { cursor, caret } };
}

/** Whether a link shows what a stored document has. */
function showsDocument({ document }: OpenRequest, { snapshot }: StoredDocument): boolean {
  const own = snapshot.document;
  return (
    deepEqual(own.program, document.program) &&
    deepEqual(own.setup, document.setup) &&
    deepEqual(visibleArchitectures(own), visibleArchitectures(document))
  );
}

function openText(text: string, open: Document): Result<OpenRequest, string> {
  // A text with comments and formatting of the person's own is kept as it is.
  const written = text.replace(/\r\n?/g, '\n');
  if (isNotation(written)) return openWritten(written, open);
  const read = readAny(text);
  if (!read.ok) return err(read.error.diagnostics.map((one) => formatDiagnostic(one)).join('; '));
  if (read.value.from === 'link') return openView(read.value.view);
  const document = openProgram(read.value.program, open.setup, null, open.otherArchitectures);
  return document.ok ? ok({ document: document.value, row: 0, moment: null }) : document;
}

function openWritten(text: string, open: Document): Result<OpenRequest, string> {
  const document = withText({ ...open, title: null, named: false }, text);
  const [problem] = document.problems;
  return problem ? err(formatDiagnostic(problem)) : ok({ document, row: 0, moment: null });
}
