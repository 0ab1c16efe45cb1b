import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { replaceDocument } from '../document/open-request.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import { at, done, stateOf } from '../testing.ts';
import { selectListedFindings } from './finding-list.ts';
import { countFindings, findingsBySlot, selectKinds } from './findings.ts';
import { nextSlotWith } from './slots.ts';
import { selectStatus } from './status.ts';

const SIX = 'enable; set k1; pause; enable; disable; resume; disable';

describe('findings', () => {
  test('findings are listed in time order with their row, event and rule', () => {
    const { items, more } = selectListedFindings(stateOf(SIX, 0, { revision: 'v3' }));
    expect(
      items.map(({ slot, row, event, finding }) => `${slot} ${row} ${event} ${finding.rule}.${finding.sub}`),
    ).toEqual([
      '3 4 enable kernel-check.enable.3',
      '3 4 enable helper-while-paused.enable',
      '4 5 disable kernel-check.disable.3',
      '4 5 disable callbacks-alternate.flush',
      '4 5 disable helper-while-paused.disable',
    ]);
    expect(more).toBe(0);
  });

  test('of the findings of a very long run, a thousand are listed and the rest are counted', () => {
    const state = stateOf('repeat 50000 { set k1; disable }', 0, { revision: 'v4' });
    const { trace } = state;
    let all = 0;
    for (let slot = 0; slot < trace.length; slot++) all += trace.summaryAt(slot).findings.length;
    const { items, more } = selectListedFindings(state);
    expect(items.length).toBeGreaterThan(990);
    expect(items.length).toBeLessThanOrEqual(1000);
    expect(items.length + more).toBe(all);
    expect(countFindings(trace)).toBe(all);
    expect(nextSlotWith(findingsBySlot(trace), 99_000, 1)).toBeGreaterThan(99_000);
  });

  test('the list of findings is the same object as long as the run is', () => {
    const state = stateOf(SIX, 0, { revision: 'v3' });
    expect(selectListedFindings(state)).toBe(selectListedFindings(done(state, 'forward')));
  });
});

describe('while a long run is under way', () => {
  const LONG = 'repeat 3000 { enable; set k1; set k2; disable }; disable';

  test('the findings of another document are not listed', () => {
    const before = stateOf('disable; disable');
    expect(selectListedFindings(before).items.length).toBeGreaterThan(0);
    const { document } = stateOf(LONG);
    const state = applyTransaction(before, replaceDocument(before, { document, row: 0, moment: null }));
    expect(state.trace.isComplete).toBe(false);
    expect(selectListedFindings(state)).toEqual({ items: [], more: 0 });
    expect(selectKinds(state)).toEqual([]);
  });

  test('the findings of the last complete run of the same document are listed', () => {
    const before = stateOf('disable; disable');
    const edited = applyTransaction(before, applyTextEdit(before, `disable; disable; ${LONG}`, 0));
    const again = applyTransaction(edited, applyTextEdit(edited, `disable; disable; sleep; ${LONG}`, 5000));
    expect(again.trace.isComplete).toBe(false);
    expect(selectListedFindings(again)).toEqual(selectListedFindings(before));
    expect(selectKinds(again)).toEqual(selectKinds(before));
    again.trace.advance(Number.POSITIVE_INFINITY);
    expect(selectListedFindings(again).items.length).toBeGreaterThan(selectListedFindings(before).items.length);
  });
});

describe('kinds of findings', () => {
  // A check of the kernel, and rules beside it.
  const text = 'enable; disable; disable';

  test('a WARN of the kernel and a breach of a rule are different kinds', () => {
    expect(selectKinds(stateOf(text)).map(({ kind, count }) => `${kind} ${count}`)).toEqual(['warning 1', 'rule 3']);
  });

  test('muted kinds are neither listed nor stopped at; the status counts all', () => {
    const state = done(stateOf(text), ['findings-of', { choice: 'rule' }]);
    const { items } = selectListedFindings(state);
    expect(items.map(({ finding }) => finding.rule)).toEqual(['kernel-check']);
    expect(at(done(state, 'next-finding'))).toBe('2');
    const none = done(state, ['findings-of', { choice: 'warning' }]);
    expect(selectListedFindings(none).items).toEqual([]);
    expect(commands.get('next-finding').when(none)).toBe('No problem after this step');
    expect(selectStatus(none)).toContain('4 problems');
    expect(selectListedFindings(done(none, ['findings-of', { choice: 'rule' }])).items).toHaveLength(3);
  });
});

test('going to findings of a kind wraps from the last one to the first', () => {
  const state = stateOf('disable; enable; disable; disable');
  const go = (from: Parameters<typeof at>[0]) => done(from, ['next-of-kind', { choice: 'warning' }]);
  const first = go({ ...state, cursor: { slot: -1, moment: null } });
  expect([at(first), at(go(first))]).toEqual(['0', '1']);
  expect(at(go(go(go(first))))).toBe(at(first));
  expect(commands.get('next-of-kind').when(state, { choice: 'bug' })).toBe('No BUG in this run');
});

describe('the status line', () => {
  test.each([
    [0, { revision: 'v3' }, 'Before step 1 of 7 · 5 problems'],
    [4, { revision: 'v3' }, 'Step 4 of 7 · count 2, not enabled · 5 problems'],
    [2, {}, 'Step 2 of 7 · enable_count 1, pause_count 0, active · 1 pending · no problems'],
    [1, { revision: 'pre' }, 'Step 1 of 7 · no problems'],
    [1, { backend: 'none' }, 'Step 1 of 7 · no problems'],
  ])('at row %i of %o', (row, setup, text) => {
    expect(selectStatus(stateOf(SIX, row, setup))).toBe(text);
  });

  test('the status at a statement has the state there', () => {
    expect(selectStatus(done(stateOf('enable'), 'into', 'into', 'into'))).toBe(
      'Step 1 of 1, statement 3 · enable_count 1, pause_count 0 · no problems',
    );
  });

  test('the status of an empty program says that there are no steps', () => {
    expect(selectStatus(stateOf(''))).toBe('No steps · no problems');
  });
});

test('the findings of any run are counted, also of one that is not selected', () => {
  expect(countFindings(stateOf('enable; disable; disable').trace)).toBe(4);
  expect(countFindings(stateOf('enable; set k1; touch k1; disable', 1, { backend: 'xen-pv' }).trace)).toBe(1);
  expect(countFindings(stateOf('enable; disable').trace)).toBe(0);
});
