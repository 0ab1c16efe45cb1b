import type { Program } from '../../engine/model.ts';
import { KNOWN_FINDINGS } from '../../explore/queries/known-findings.ts';
import type { Discovery, Inquiry } from '../../explore/queries/query.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { MOST_QUESTION, writeLink } from '../../notation/link/link.ts';
import type { Document } from '../state/state.ts';
import { openingOf } from './discovery.ts';
import type { Asked, Outcome } from './explorer.ts';
import { hasMoved, type InquiryForm } from './inquiry-form.ts';
import { writeKnown, writeQuestion } from './question-text.ts';

/** What was asked, in the words of a link; null where they are too many for one, or the form has moved on, so that nobody knows how it was put. */
export function wordsOf({ inquiry, known }: Asked, form: InquiryForm | null): string | null {
  const found = known === null ? undefined : KNOWN_FINDINGS[known];
  if (found) return writeKnown(found);
  const words = form && !hasMoved(form, inquiry) ? writeQuestion(form) : null;
  return words !== null && words.length <= MOST_QUESTION ? words : null;
}

/** A link to what was found, from `#` on: the program as a timeline, where it shows. */
export function foundLink(inquiry: Inquiry, discovery: Discovery): string {
  const { document, row, moment } = openingOf(inquiry, discovery);
  return writeLink({
    ...viewOf(inquiry),
    ...{ program: document.program, row },
    ...(moment !== null && { moment }),
    ...(document.title !== null && { title: document.title }),
  });
}

/**
 * A link that asks this again, from `#` on. Behind the answer stands what was found, else the program at hand where that is under
 * the same setup.
 */
export function questionLink(question: string, inquiry: Inquiry, outcome: Outcome | null, document: Document): string {
  return writeLink({ ...viewOf(inquiry), ...behind(inquiry, outcome, document), question });
}

function viewOf({ setup: { revision, backend, era, checks, panicOnWarn, capacity } }: Inquiry) {
  return { revision, backends: [{ backend, era }], checks, panicOnWarn, capacity };
}

function behind(inquiry: Inquiry, outcome: Outcome | null, { program, setup }: Document) {
  if (outcome?.kind === 'reply' && outcome.reply.verdict === 'violated') {
    const { row, moment, document: found } = openingOf(inquiry, outcome.reply);
    return { program: found.program, row, ...(moment !== null && { moment }) };
  }
  const isAtHand = deepEqual(setup, inquiry.setup) && program.length <= MOST_EVENTS;
  return { program: isAtHand ? program : ([] satisfies Program), row: 0 };
}

/** A longer one would make the link long, and has little to do with the question. */
const MOST_EVENTS = 200;
