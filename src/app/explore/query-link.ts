import type { Program } from '../../engine/model.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import type { Counterexample, Query } from '../../explore/queries/query.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { MAX_QUESTION, writeLink } from '../../notation/link/link.ts';
import type { Document } from '../state/state.ts';
import { counterexampleRequest } from './counterexample.ts';
import type { ActiveQuery, QueryOutcome } from './explorer.ts';
import { isStale, type QueryForm } from './query-form.ts';
import { writeIssueText, writeQueryText } from './query-text.ts';

/** What was asked, in the words of a link; null where they are too many for one, or the form has moved on, so that nobody knows how it was put. */
export function queryTextOf({ query, issue }: ActiveQuery, form: QueryForm | null): string | null {
  const found = issue === null ? undefined : KNOWN_ISSUES[issue];
  if (found) return writeIssueText(found);
  const words = form && !isStale(form, query) ? writeQueryText(form) : null;
  return words !== null && words.length <= MAX_QUESTION ? words : null;
}

/** A link to what was found, from `#` on: the program as a timeline, where it shows. */
export function writeCounterexampleLink(query: Query, counterexample: Counterexample): string {
  const { document, row, moment } = counterexampleRequest(query, counterexample);
  return writeLink({
    ...viewOf(query),
    ...{ program: document.program, row },
    ...(moment !== null && { moment }),
    ...(document.title !== null && { title: document.title }),
  });
}

/**
 * A link that asks this again, from `#` on. Behind the answer stands what was found, else the program at hand where that is under
 * the same setup.
 */
export function writeQueryLink(
  question: string,
  query: Query,
  outcome: QueryOutcome | null,
  document: Document,
): string {
  return writeLink({ ...viewOf(query), ...behind(query, outcome, document), question });
}

function viewOf({ setup: { revision, backend, era, checks, panicOnWarn, capacity } }: Query) {
  return { revision, backends: [{ backend, era }], checks, panicOnWarn, capacity };
}

function behind(query: Query, outcome: QueryOutcome | null, { program, setup }: Document) {
  if (outcome?.kind === 'reply' && outcome.reply.verdict === 'violated') {
    const { row, moment, document: found } = counterexampleRequest(query, outcome.reply);
    return { program: found.program, row, ...(moment !== null && { moment }) };
  }
  const isAtHand = deepEqual(setup, query.setup) && program.length <= MAX_EVENTS;
  return { program: isAtHand ? program : ([] satisfies Program), row: 0 };
}

/** A longer one would make the link long, and has little to do with the question. */
const MAX_EVENTS = 200;
