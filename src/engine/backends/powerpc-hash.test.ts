import { describe, expect, test } from 'vitest';
import type { Event } from '../model.ts';
import {
  calls,
  events,
  exit,
  findingsOf,
  flushesIn,
  flushTlb,
  irq,
  page,
  pages,
  registerIn,
  runBehind,
  runOf,
  sleep,
  summariesOf,
  switchTo,
  usedPages,
} from '../testing.ts';

const BEFORE = { revision: 'pre', backend: 'powerpc-hash', era: '6.19' } as const;
const AFTER = { revision: 'v6', backend: 'powerpc-hash', era: '7.0' } as const;

/** The same simulation as at 7.0, under the helpers of 7.2. */
const V72 = { ...AFTER, revision: 'v7.2', era: '7.2' } as const;

describe.each([BEFORE, AFTER, V72])('powerpc hash at $era', (setup) => {
  test('an entry that has not been used since it was set has no translation to invalidate', () => {
    const { trace } = runBehind(setup, [], [...calls('E'), ...pages('set', 0), ...pages('clear', 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual([]);
  });

  test('two updates of a page are two entries, and wrprotect is an entry too', () => {
    const { trace } = runBehind(setup, usedPages(0), [...calls('E'), ...pages('wrprotect', 0, 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual(['range 2']);
  });

  test('a huge page has its own path and is flushed immediately', () => {
    const huge: Event[] = [{ ...page('set', 0), size: 'huge' }, page('touch', 0)];
    const { trace, rows } = runBehind(setup, huge, [...calls('E'), ...pages('clear', 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual([]);
    expect(rows[1]?.effects.map(({ kind }) => kind)).toEqual(['store', 'tlb']);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('a read sees the new entry immediately, and flush-tlb does nothing', () => {
    const program = [...calls('E'), ...pages('clear', 0), ...pages('read', 0), ...pages('read-raw', 0), flushTlb];
    const { rows, pending } = runBehind(setup, usedPages(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'none', 'none', 'does nothing']);
    expect(pending.at(-1)).toBe(1);
  });

  test('a new mapping can be accessed early, and an old one works until the flush', () => {
    const early = runOf(setup, [...events('E k1'), ...pages('touch', 'k1')]);
    expect(summariesOf(early).at(-1)?.result).toBe('through 1');
    expect(findingsOf(early)).toEqual([]);
    const program = [...calls('E'), ...pages('clear', 0), ...pages('touch', 0), ...calls('D'), ...pages('touch', 0)];
    const { trace, rows } = runBehind(setup, usedPages(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['5 stale-translation']);
  });

  test('an access that the new entry allows too is no hazard', () => {
    const program = [...calls('E'), ...pages('wrprotect', 0), ...pages('touch', 0), ...pages('touch-write', 0)];
    const { trace } = runBehind(setup, usedPages(0), program);
    expect(findingsOf(trace)).toEqual(['6 stale-translation']);
  });

  test('a task cannot be preempted inside a section unless it is paused', () => {
    const trace = runOf(setup, [
      ...calls('E'),
      switchTo('B'),
      ...calls('P'),
      switchTo('B'),
      switchTo('A'),
      ...calls('R'),
    ]);
    const rows = summariesOf(trace);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'skipped', 'done', 'done', 'done', 'done']);
    expect(rows[1]?.why).toBe('preemption is disabled: arch_enter() disabled it');
    expect(rows[1]?.findings).toMatchObject([{ rule: 'preempt-forbidden', values: { task: 'A', depth: 1 } }]);
    expect(registerIn(trace, 'preempt_count')).toEqual(['1', '1', '0', '0', '0', '1']);
  });

  test('an event that would move a task away from another CPU is skipped too', () => {
    const trace = runOf(setup, [...calls('E'), switchTo('B', 1), switchTo('A', 1), switchTo('B', 0)]);
    expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'skipped', 'skipped']);
  });

  test('a reduced capacity is shown with the real one', () => {
    const program = [...calls('E'), ...pages('clear', 0, 1, 2, 3, 4), ...calls('D')];
    const { trace } = runBehind({ ...setup, capacity: 4 }, usedPages(0, 1, 2, 3, 4), program);
    expect(flushesIn(trace)).toEqual(['range 4', 'page 1']);
    expect(registerIn(trace, 'index').at(-2)).toBe('1 of 4 (kernel: 192)');
  });

  test('a sleep inside a section is a finding', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), sleep]))).toEqual(['2 sleep-in-section']);
  });

  test('a task that exits in a section leaves preemption disabled', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), exit]))).toContain('2 preempt-unbalanced');
  });
});

describe('an interrupt that changes an entry inside a section', () => {
  const program = [...calls('E'), ...pages('clear', 0), irq(...pages('clear', 1)), ...calls('D')];

  test('an interrupt adds its page to the batch of the task at 6.19', () => {
    const { trace, pending } = runBehind(BEFORE, usedPages(0, 1), program);
    expect(pending).toEqual([0, 1, 1, 2, 2, 0]);
    expect(findingsOf(trace)).toEqual(['10 foreign-flush']);
  });

  test('an interrupt flushes its page immediately at 7.0 and does not change the batch', () => {
    const { trace, pending } = runBehind(AFTER, usedPages(0, 1), program);
    expect(pending).toEqual([0, 1, 1, 1, 1, 0]);
    expect(flushesIn(trace)).toEqual(['page 1']);
    expect(findingsOf(trace)).toEqual([]);
  });
});

test('a section left open by a pause and an ignored disable keeps preemption disabled', () => {
  const trace = runOf(AFTER, calls('EPDR'));
  expect(findingsOf(trace)).toContain('4 preempt-unbalanced');
});
