import { memoLast } from '../../lib/memo.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { BACKEND_ID, REVISION_ID, writeLink } from '../../notation/link/link.ts';
import { isScenarioTitle } from '../document/scenario-document.ts';
import type { LinkBase } from '../state/services.ts';
import type { AppState, Document } from '../state/state.ts';
import { toPublicLink } from './link-base.ts';

/** Limits the characters of a link: mail programs and address bars may truncate longer ones. */
const MAX_LENGTH = 30_000;
const MAX_EVENTS = 120_000;

/** Returns the link to the current step, starting with `#`, or the reason why there is none. */
export function linkOf({ document, trace, cursor }: Shown): Result<string, string> {
  const link = linkTo(document);
  if (!link.ok) return link;
  const row = cursor.slot < 0 ? 0 : trace.rowAt(cursor.slot).number;
  return ok(link.value.replace(/\/0(?=\/|$)/, `/${row}${cursor.moment === null ? '' : `/at-${cursor.moment}`}`));
}

/** Limits the characters of a link in a mail. */
const MAX_MAIL_LINK = 2000;

/** Returns the link for a mail; null if there is none or it is too long. */
export function linkForMail(state: Shown, address: LinkBase): string | null {
  const link = linkOf(state);
  return link.ok && link.value.length <= MAX_MAIL_LINK ? toPublicLink(address, link.value) : null;
}

type Shown = Pick<AppState, 'document' | 'trace' | 'cursor'>;

/** Memoised link of a document at row 0, so that a step does not write a long program again. */
const linkTo = memoLast((document: Document): Result<string, string> => {
  const { program, setup, otherArchitectures } = document;
  // Repeats fold, but a program of this many events rarely folds into a short link.
  if (program.length > MAX_EVENTS) return err(`${program.length} events are too many for a link`);
  if (!REVISION_ID.test(setup.revision) || !BACKEND_ID.test(setup.backend))
    return err('a link cannot describe this setup');
  // Opening the program of a scenario restores its title, so links omit it.
  const title = isScenarioTitle(document.title) ? null : document.title;
  const link = writeLink({
    revision: setup.revision,
    backends: [{ backend: setup.backend, era: setup.era }, ...otherArchitectures],
    program,
    row: 0,
    checks: setup.checks,
    panicOnWarn: setup.panicOnWarn,
    capacity: setup.capacity,
    ...(title === null ? {} : { title }),
  });
  if (link.length <= MAX_LENGTH) return ok(link);
  return err(`the link would be ${link.length} characters long; the limit is ${MAX_LENGTH}`);
});
