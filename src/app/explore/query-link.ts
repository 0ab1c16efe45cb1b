import type { Program } from '../../engine/model.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import type { Counterexample, Query } from '../../explore/queries/query.ts';
import { deepEqual } from '../../lib/deep-equal.ts';
import { MAX_QUERY, writeLink } from '../../notation/link/link.ts';
import type { Document } from '../state/state.ts';
import { counterexampleRequest } from './counterexample.ts';
import type { ActiveQuery, QueryOutcome } from './explorer.ts';
import { isStale, type QueryForm } from './query-form.ts';
import { writeIssueText, writeQueryText } from './query-text.ts';

/**
 * The text of a query in a link; null if it is too long, or if the form has changed since and the original text is
 * unknown.
 */
export function queryTextOf({ query, issue }: ActiveQuery, form: QueryForm | null): string | null {
  const found = issue === null ? undefined : KNOWN_ISSUES[issue];
  if (found) return writeIssueText(found);
  const words = form && !isStale(form, query) ? writeQueryText(form) : null;
  return words !== null && words.length <= MAX_QUERY ? words : null;
}

/** Writes a link, from `#` on, that opens the counterexample in the timeline. */
export function writeCounterexampleLink(query: Query, counterexample: Counterexample): string {
  const { document, row, moment } = counterexampleRequest(query, counterexample);
  return writeLink({
    ...linkSetup(query),
    ...{ program: document.program, row },
    ...(moment !== null && { moment }),
    ...(document.title !== null && { title: document.title }),
  });
}

/**
 * Writes a link, from `#` on, that runs the query again. Behind the dialog stands the counterexample, or else the
 * current program if its setup is the same.
 */
export function writeQueryLink(
  queryText: string,
  query: Query,
  outcome: QueryOutcome | null,
  document: Document,
): string {
  return writeLink({ ...linkSetup(query), ...linkProgram(query, outcome, document), question: queryText });
}

function linkSetup({ setup: { revision, backend, era, checks, panicOnWarn, capacity } }: Query) {
  return { revision, backends: [{ backend, era }], checks, panicOnWarn, capacity };
}

function linkProgram(query: Query, outcome: QueryOutcome | null, { program, setup }: Document) {
  if (outcome?.kind === 'reply' && outcome.reply.verdict === 'violated') {
    const { row, moment, document: found } = counterexampleRequest(query, outcome.reply);
    return { program: found.program, row, ...(moment !== null && { moment }) };
  }
  const isAtHand = deepEqual(setup, query.setup) && program.length <= MAX_EVENTS;
  return { program: isAtHand ? program : ([] satisfies Program), row: 0 };
}

/** A longer program would bloat the link, and has little to do with the query. */
const MAX_EVENTS = 200;
