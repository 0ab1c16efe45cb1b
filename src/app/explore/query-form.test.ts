import { describe, expect, test } from 'vitest';
import { setupOf } from '../../engine/setup/world.ts';
import { describeQuery } from '../../explore/queries/descriptions.ts';
import { defaultForm, isStale, parseForm, type QueryForm, retargetForm } from './query-form.ts';

const v6 = defaultForm(setupOf({}));
const parse = (change: Partial<QueryForm> = {}) => parseForm({ ...v6, ...change });
const text = (change: Partial<QueryForm> = {}) => {
  const query = parse(change);
  return query.ok ? describeQuery(query.value) : JSON.stringify(query.error);
};

test('the default form is a valid query', () => {
  expect(text()).toBe(
    'Can v6 on arm64 7.0 hit a BUG, a warning, a broken rule or a hazard? (Notes are ignored.) Searches every sequence of enable, disable, pause and resume by one task, of any length: matched calls; a BUG kills the task, a WARN continues.',
  );
});

test('a verdict is stale once its form asks something else or is invalid', () => {
  const query = parse();
  const known = [{ rule: 'ignored-call', sub: null, statement: null, clause: '' }];
  if (!query.ok) throw new Error();
  expect(isStale(v6, { ...query.value, knownCauses: known })).toBe(false);
  expect(isStale({ ...v6, maxStates: '4,000,000' }, query.value)).toBe(false);
  expect(isStale({ ...v6, tasks: 2 }, query.value)).toBe(true);
  expect(isStale({ ...v6, words: [] }, query.value)).toBe(true);
});

describe('the description contains what the form selects', () => {
  test.each([
    [{ target: 'rule', rule: 'arch-bug.leave' }, 'Can v6 on arm64 7.0 violate arch-bug.leave?'],
    [{ target: 'reach', goal: 'enable = 2' }, 'Can v6 on arm64 7.0 reach a state with enable_count = 2?'],
    [
      { target: 'differ', other: { revision: 'v4', backend: 'arm64', era: '7.0' } },
      'Does v6 on arm64 7.0 differ observably from v4 on arm64 7.0',
    ],
    [{ words: ['enable', 'set', 'flush-tlb'], pages: '1 k1' }, 'enable, set 1, set k1 and flush-tlb by one task'],
    [{ words: ['bh'] }, 'every sequence of bh off and bh on by one task'],
    [{ tasks: 2 }, 'two tasks, of any length: matched calls; preemption between calls'],
    [
      { cpus: 2, preempt: 'statements' },
      'one task on two CPUs, of any length: matched calls; preemption between statements',
    ],
    [{ interrupts: 'statements', kinds: ['irq', 'softirq'] }, 'irq and softirq between statements'],
    [{ callers: 'legal', legal: 'v3' }, 'calls legal in v3'],
    [{ callers: 'paired', pauses: '1' }, 'at most 255 enables and 1 pause open'],
    [{ callers: 'balanced', enables: '2' }, 'properly nested calls; at most 2 enables and 255 pauses open'],
    [{ callers: 'legal', pauses: '1' }, 'calls legal in v6; at most 255 enables and 1 pause open'],
    [{ maxLength: ' 12 ' }, 'up to length 12'],
    [
      { setup: setupOf({ checks: 'off', panicOnWarn: true, capacity: 4 }) },
      'checks are disabled; panic_on_warn is set: a warning stops the machine; batch size 4',
    ],
  ] as const)('the form %j', (change, words) => {
    expect(text(change)).toContain(words);
  });
});

test.each([
  [{ words: [] }, { alphabet: 'select at least one event' }],
  [
    { setup: setupOf({ revision: 'pre', era: '7.0' }) },
    { setup: expect.stringContaining('pre cannot run on kernel 7.0') },
  ],
  [{ target: 'rule', rule: 'arch-bgu' }, { rule: 'there is no rule "arch-bgu"' }],
  [{ target: 'reach', goal: 'enable = x' }, { goal: expect.stringContaining('1:10: "x" is not a value') }],
  [
    { target: 'differ', other: { revision: 'v6', backend: 'arm64', era: '7.0' } },
    { other: 'the other setup equals the first' },
  ],
  [
    { target: 'differ', interrupts: 'statements', other: { revision: 'v4', backend: 'arm64', era: '7.0' } },
    { scope: expect.stringContaining('between calls') },
  ],
  [
    { maxLength: '0', maxStates: 'many' },
    { length: expect.any(String), states: expect.any(String) },
  ],
  [{ callers: 'paired', enables: '256' }, { open: expect.any(String) }],
] as const)('the form %j is invalid', (change, error) => {
  expect(parse(change as Partial<QueryForm>)).toEqual({ ok: false, error });
});

test('numbers may contain separators', () => {
  expect(parse({ maxStates: '1,000 000' })).toMatchObject({ ok: true, value: { bounds: { maxStates: 1_000_000 } } });
});

test('a form keeps its choices under another setup, and is never compared with itself', () => {
  const form: QueryForm = { ...v6, callers: 'paired', other: { revision: 'v4', backend: 'arm64', era: '7.0' } };
  const moved = retargetForm(setupOf({ revision: 'v4' }), form);
  expect(moved).toMatchObject({ setup: { revision: 'v4' }, callers: 'paired', other: { revision: 'v6' } });
  expect(retargetForm(setupOf({ revision: 'v3' }), form).other).toBe(form.other);
});
