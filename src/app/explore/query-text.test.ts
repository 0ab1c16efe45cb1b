import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { INTERLEAVINGS } from '../../explore/kernel-space/scope.ts';
import { KNOWN_ISSUES } from '../../explore/queries/known-issues.ts';
import { decodeText, encodeText } from '../../notation/link/text-code.ts';
import { defaultForm, PAGE_CHOICES, type PageChoice, parseForm, QUERY_EVENTS, type QueryForm } from './query-form.ts';
import { parseQueryText, writeIssueText, writeQueryText } from './query-text.ts';

const setup = setupOf({ revision: 'v4' });
const usual = defaultForm(setup);

describe('the text of a query', () => {
  test.each<[Partial<QueryForm>, string]>([
    [{}, 'any'],
    [
      { target: 'rule', rule: 'arch-bug', callers: 'legal', legal: 'v3', tasks: 2 },
      'rule arch-bug; callers legal v3; tasks 2',
    ],
    [
      { target: 'reach', goal: 'enable_count = 2, active = no', callers: 'free' },
      'reach enable_count = 2, active = no; callers free',
    ],
    [{ target: 'differ', other: { revision: 'v6', backend: 'xen-pv', era: '7.0' } }, 'differ v6 xen-pv 7.0'],
    [
      { words: ['enable', 'set'], pages: '1 k1', enables: '255', pauses: '1' },
      'any; events enable, set; pages 1 k1; open 255 1',
    ],
    [
      { interrupts: 'statements', kinds: ['softirq'], preempt: 'calls' },
      'any; interrupts statements; kinds softirq; preempt calls',
    ],
    [{ pauses: '3', cpus: 2, maxLength: '12', maxStates: '1000' }, 'any; open - 3; cpus 2; length 12; states 1000'],
  ])('the form %j is written as "%s"', (change, text) => {
    expect(writeQueryText({ ...usual, ...change })).toBe(text);
    expect(parseQueryText(text, setup)).toEqual({ ok: true, value: { form: { ...usual, ...change } } });
  });

  test.each([
    ['rules arch-bug', 'a query has no "rules arch-bug" (expected any, rule, reach, differ, events, '],
    ['any; tasks 3', 'a query has no "tasks 3" (expected'],
    ['events enable, switch off', 'a query has no "events enable, switch off" (expected'],
    ['constructor x', 'a query has no "constructor x" (expected'],
    ['open 1', 'a query has no "open 1" (expected'],
    ['known F99 v6', 'there is no known issue "F99 v6"'],
  ])('the text "%s" is rejected', (text, why) => {
    const read = parseQueryText(text, setup);
    expect(read.ok ? '' : read.error).toContain(why);
  });

  test('values that the form itself rejects are accepted by the parser', () => {
    const read = parseQueryText('rule no-such-rule; states 0', setup);
    const query = read.ok && 'form' in read.value ? parseForm(read.value.form) : null;
    expect(query).toMatchObject({ ok: false, error: { rule: expect.any(String), states: expect.any(String) } });
  });
});

test('each known issue has a unique name that leads back to it', () => {
  KNOWN_ISSUES.forEach((found, issue) => {
    expect(parseQueryText(writeIssueText(found), setup)).toEqual({ ok: true, value: { issue } });
  });
});

const subset = (all: readonly string[]) => fc.subarray([...all], { minLength: 1 });
const digits = fc.integer({ min: 0, max: 300 }).map(String);
const anyForm: fc.Arbitrary<QueryForm> = fc
  .record({
    target: fc.constantFrom('any', 'rule', 'reach', 'differ'),
    rule: fc.constantFrom('arch-bug', 'kernel-check.disable'),
    goal: fc.constantFrom('enable_count = 2', 'active = yes'),
    other: fc.constantFrom(
      { revision: 'v6', backend: 'arm64', era: '7.0' },
      { revision: 'pre', backend: 's390', era: '6.19' },
    ),
    words: subset(Object.values(QUERY_EVENTS).flat()),
    pages: fc.constantFrom(...(Object.keys(PAGE_CHOICES) as PageChoice[])),
    callers: fc.constantFrom('free', 'paired', 'balanced', 'legal'),
    legal: fc.constantFrom('v3', 'v7.2'),
    enables: fc.oneof(fc.constant(''), digits),
    pauses: fc.oneof(fc.constant(''), digits),
    tasks: fc.constantFrom(1, 2),
    cpus: fc.constantFrom(1, 2),
    interrupts: fc.constantFrom(...INTERLEAVINGS),
    kinds: fc.constantFrom(['irq'], ['softirq'], ['irq', 'softirq']),
    preempt: fc.constantFrom(...INTERLEAVINGS),
    maxLength: fc.oneof(fc.constant(''), digits),
    maxStates: fc.oneof(fc.constant('4000000'), digits),
  })
  .map((change) => ({ ...usual, ...change }) as QueryForm);

test('a query survives writing and parsing, also in the characters of a link', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const code = decodeText(encodeText(writeQueryText(form)));
      const read = parseQueryText(code.ok ? code.value : '', setup);
      if (!read.ok || !('form' in read.value)) throw new Error(JSON.stringify(read));
      // Without interrupts, their kinds are irrelevant.
      const plain = form.interrupts === 'none' ? { ...form, kinds: usual.kinds } : form;
      expect(parseForm(read.value.form)).toEqual(parseForm(plain));
      expect(writeQueryText(read.value.form)).toBe(writeQueryText(form));
    }),
  );
});

test('parsing arbitrary text ends in a query or a reason', () => {
  const likely = fc.array(fc.oneof(fc.string(), fc.constantFrom('rule ', 'open ', ';', 'tasks 2', '__proto__', ' ')));
  fc.assert(
    fc.property(likely, (parts) => {
      const read = parseQueryText(parts.join(''), setup);
      if (!read.ok) expect(read.error.length).toBeGreaterThan(0);
    }),
  );
});
