import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { KNOWN_FINDINGS } from '../../explore/queries/known-findings.ts';
import { type Discovery, inquire } from '../../explore/queries/query.ts';
import { browser, openTab, stateOf } from '../testing.ts';
import type { Asked, Outcome } from './explorer.ts';
import { formFor, inquiryOf } from './inquiry-form.ts';
import { foundLink, questionLink, wordsOf } from './question-link.ts';

const form = { ...formFor(setupOf({ revision: 'v4' })), callers: 'free' } as const;
const inquiry = inquiryOf(form);
if (!inquiry.ok) throw new Error();
const asked: Asked = { inquiry: inquiry.value, known: null, nth: 1, perState: 0 };
const { document } = stateOf('enable; disable');

/** What comes of the question. */
function outcomeOf(): Outcome {
  const reply = inquire(asked.inquiry);
  if (!reply.ok) throw new Error(reply.error);
  return { kind: 'reply', reply: reply.value, ms: 1 };
}

describe('a link that asks', () => {
  test('has what was found behind its answer', () => {
    expect(questionLink('any; callers free', asked.inquiry, outcomeOf(), document)).toBe(
      '#1/v4/arm64-7.0/D/1/at-1/ask-any~23b_callers_free',
    );
  });

  test('stands beside one that opens what was found, with a title that can be read in it', () => {
    const { reply } = outcomeOf() as { reply: Discovery };
    expect(foundLink(asked.inquiry, reply)).toBe('#1/v4/arm64-7.0/D/1/at-1/title-v4_on_arm64_warns_in_disable');
  });

  test('else the program at hand where that is under the same setup', () => {
    const other = { ...document, setup: asked.inquiry.setup };
    expect(questionLink('any', asked.inquiry, null, other)).toBe('#1/v4/arm64-7.0/ED/0/ask-any');
    expect(questionLink('any', asked.inquiry, null, document)).toBe('#1/v4/arm64-7.0/0/0/ask-any');
    const long = stateOf(`repeat 201 { sleep }`).document;
    expect(questionLink('any', { ...asked.inquiry, setup: long.setup }, null, long)).toBe(
      '#1/v6/arm64-7.0/0/0/ask-any',
    );
  });

  test('is of what was asked: of a known finding by its name, of a form as long as that asks the same', () => {
    const place = KNOWN_FINDINGS.findIndex(({ id }) => id === 'F4');
    expect(wordsOf({ ...asked, known: place }, null)).toBe('known F4 v3-07');
    expect(wordsOf(asked, form)).toBe('any; callers free');
    expect(wordsOf(asked, { ...form, tasks: 2 })).toBeNull();
    expect(wordsOf(asked, null)).toBeNull();
  });

  test('is not made of a question that is too long for one', () => {
    const long = { ...form, about: 'reach', goal: new Array(80).fill('nesting_level = 2').join(', ') } as const;
    const reached = inquiryOf(long);
    if (!reached.ok) throw new Error(JSON.stringify(reached.error));
    expect(wordsOf({ ...asked, inquiry: reached.value }, long)).toBeNull();
  });
});

describe('opening it', () => {
  const LINK = '#1/v4/arm64-7.0/ED/1/ask-any~23b_callers_free';

  test('opens the program, and the explorer with the question', () => {
    const tab = openTab(browser({ fragment: LINK }));
    expect([tab.text(), tab.state().dialog, tab.state().question]).toEqual([
      'enable; disable',
      'explore',
      'any; callers free',
    ]);
    tab.app.tookQuestion(null);
    expect([tab.state().question, tab.notices()]).toEqual([null, []]);
  });

  test('what cannot be asked is said', () => {
    const tab = openTab(browser({ fragment: LINK }));
    tab.app.tookQuestion('a question has no "x"');
    expect(tab.notices()).toEqual(['The question of the link was not asked: a question has no "x".']);
  });
});
