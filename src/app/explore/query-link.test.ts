import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import { type Counterexample, runQuery } from '../../explore/queries/query.ts';
import { browser, openTab, stateOf } from '../testing.ts';
import type { ActiveQuery, QueryOutcome } from './explorer.ts';
import { defaultForm, parseForm } from './query-form.ts';
import { queryTextOf, writeCounterexampleLink, writeQueryLink } from './query-link.ts';

const form = { ...defaultForm(setupOf({ revision: 'v4' })), callers: 'free' } as const;
const query = parseForm(form);
if (!query.ok) throw new Error();
const asked: ActiveQuery = { query: query.value, issue: null, causeNumber: 1 };
const { document } = stateOf('enable; disable');

/** Runs the query. */
function outcomeOf(): QueryOutcome {
  const reply = runQuery(asked.query);
  if (!reply.ok) throw new Error(reply.error);
  return { kind: 'reply', reply: reply.value, ms: 1 };
}

describe('a link to a query', () => {
  test('a query link contains the counterexample behind its dialog', () => {
    expect(writeQueryLink('any; callers free', asked.query, outcomeOf(), document)).toBe(
      '#1/v4/arm64-7.0/D/1/at-1/ask-any~23b_callers_free',
    );
  });

  test('a counterexample link has a readable title', () => {
    const { reply } = outcomeOf() as { reply: Counterexample };
    expect(writeCounterexampleLink(asked.query, reply)).toBe(
      '#1/v4/arm64-7.0/D/1/at-1/title-v4_on_arm64_warns_in_disable',
    );
  });

  test('a query link contains the current program if its setup is the same', () => {
    const other = { ...document, setup: asked.query.setup };
    expect(writeQueryLink('any', asked.query, null, other)).toBe('#1/v4/arm64-7.0/ED/0/ask-any');
    expect(writeQueryLink('any', asked.query, null, document)).toBe('#1/v4/arm64-7.0/0/0/ask-any');
    const long = stateOf(`repeat 201 { sleep }`).document;
    expect(writeQueryLink('any', { ...asked.query, setup: long.setup }, null, long)).toBe(
      '#1/v6/arm64-7.0/0/0/ask-any',
    );
  });

  test('the text of a query is the name of a known issue, or comes from a form that still matches', () => {
    const place = KNOWN_ISSUES.findIndex(({ id }) => id === 'F4');
    expect(queryTextOf({ ...asked, issue: place }, null)).toBe('known F4 v3-07');
    expect(queryTextOf(asked, form)).toBe('any; callers free');
    expect(queryTextOf(asked, { ...form, tasks: 2 })).toBeNull();
    expect(queryTextOf(asked, null)).toBeNull();
  });

  test('a query that is too long has no link', () => {
    const long = { ...form, target: 'reach', goal: new Array(80).fill('nesting_level = 2').join(', ') } as const;
    const reached = parseForm(long);
    if (!reached.ok) throw new Error(JSON.stringify(reached.error));
    expect(queryTextOf({ ...asked, query: reached.value }, long)).toBeNull();
  });
});

describe('opening a query link', () => {
  const LINK = '#1/v4/arm64-7.0/ED/1/ask-any~23b_callers_free';

  test('a query link opens its program, and the explorer with the query', () => {
    const tab = openTab(browser({ fragment: LINK }));
    expect([tab.text(), tab.state().dialog, tab.state().linkedQuery]).toEqual([
      'enable; disable',
      'explore',
      'any; callers free',
    ]);
    tab.app.finishLinkedQuery(null);
    expect([tab.state().linkedQuery, tab.notices()]).toEqual([null, []]);
  });

  test('an invalid query is reported', () => {
    const tab = openTab(browser({ fragment: LINK }));
    tab.app.finishLinkedQuery('a query has no "x"');
    expect(tab.notices()).toEqual(['Could not run the query in the link: a query has no "x". Its program was opened.']);
  });
});
