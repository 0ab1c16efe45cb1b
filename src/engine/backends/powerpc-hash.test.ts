import { describe, expect, test } from 'vitest';
import type { Event } from '../model.ts';
import {
  behind,
  calls,
  events,
  exit,
  findingsOf,
  flushesIn,
  flushTlb,
  gatherFlush,
  irq,
  page,
  pages,
  pendingIn,
  registerIn,
  runOf,
  sleep,
  summariesOf,
  switchTo,
  used,
} from '../testing.ts';

const BEFORE = { revision: 'pre', backend: 'powerpc-hash', era: '6.19' } as const;
const AFTER = { revision: 'v6', backend: 'powerpc-hash', era: '7.0' } as const;
const many = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The same simulation as at 7.0, under the helpers of 7.2. */
const V72 = { ...AFTER, revision: 'v7.2', era: '7.2' } as const;

describe.each([BEFORE, AFTER, V72])('powerpc hash vectors at $era', (setup) => {
  test('P1: outside a section the page is flushed at once', () => {
    const { rows } = behind(setup, used(0), pages('clear', 0));
    expect(rows[0]?.effects.map(({ kind, how }) => [kind, how])).toEqual([
      ['store', 'memory'],
      ['tlb', 'page'],
    ]);
  });

  test('P2: a section collects invalidations, with preemption off, and flushes them as a range', () => {
    const ready = used(0, 1, 2);
    const { trace, pending } = behind(setup, ready, [...calls('E'), ...pages('clear', 0, 1, 2), ...calls('D')]);
    expect(pending).toEqual([0, 1, 2, 3, 0]);
    expect(registerIn(trace, 'index').slice(ready.length)).toEqual(['0', '1', '2', '3', '0'].map((n) => `${n} of 192`));
    expect(registerIn(trace, 'preempt_count').slice(ready.length)).toEqual(['1', '1', '1', '1', '0']);
    expect(flushesIn(trace)).toEqual(['range 3']);
  });

  test('P3: a single one goes by page', () => {
    const { trace } = behind(setup, used(0), [...calls('E'), ...pages('clear', 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual(['page 1']);
  });

  test('P4: the 192nd flushes the batch at once', () => {
    const all = many(200);
    const { trace, pending } = behind(setup, used(...all), [...calls('E'), ...pages('clear', ...all), ...calls('D')]);
    expect(flushesIn(trace)).toEqual(['range 192', 'range 8']);
    expect(pending.slice(191, 194)).toEqual([191, 0, 1]);
  });

  test('P5: another page size flushes what was there before it is queued', () => {
    const large = [3].flatMap((i): Event[] => [{ ...page('set', i), size: '64k' }, page('touch', i)]);
    const program = [...calls('E'), ...pages('clear', 0, 1, 2, 3), ...calls('D')];
    const { trace, pending } = behind(setup, [...used(0, 1, 2), ...large], program);
    expect(pending).toEqual([0, 1, 2, 3, 1, 0]);
    expect(flushesIn(trace)).toEqual(['range 3', 'page 1']);
  });

  test('P6: a new mapping queues nothing', () => {
    const trace = runOf(setup, events('E 0 k1 D'));
    expect(pendingIn(trace)).toEqual([0, 0, 0, 0]);
    expect(flushesIn(trace)).toEqual([]);
  });

  test('P8: mmu_gather drains the batch in the midst of a section', () => {
    const program = [...calls('E'), ...pages('clear', 0), gatherFlush, ...pages('clear', 1), ...calls('D')];
    const { trace, pending } = behind(setup, used(0, 1), program);
    expect(pending).toEqual([0, 1, 0, 1, 0]);
    expect(flushesIn(trace)).toEqual(['page 1', 'page 1']);
  });

  test('an entry that nobody has used since it was set has no translation to invalidate', () => {
    const { trace } = behind(setup, [], [...calls('E'), ...pages('set', 0), ...pages('clear', 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual([]);
  });

  test('the same page twice is two entries, and wrprotect is one as well', () => {
    const { trace } = behind(setup, used(0), [...calls('E'), ...pages('wrprotect', 0, 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual(['range 2']);
  });

  test('a huge page has a path of its own and is flushed at once', () => {
    const huge: Event[] = [{ ...page('set', 0), size: 'huge' }, page('touch', 0)];
    const { trace, rows } = behind(setup, huge, [...calls('E'), ...pages('clear', 0), ...calls('D')]);
    expect(flushesIn(trace)).toEqual([]);
    expect(rows[1]?.effects.map(({ kind }) => kind)).toEqual(['store', 'tlb']);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('reads see the new entry at once, and flush-tlb does nothing', () => {
    const program = [...calls('E'), ...pages('clear', 0), ...pages('read', 0), ...pages('read-raw', 0), flushTlb];
    const { rows, pending } = behind(setup, used(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'none', 'none', 'does nothing']);
    expect(pending.at(-1)).toBe(1);
  });

  test('a new mapping can be touched early; an old one still works until the flush', () => {
    const early = runOf(setup, [...events('E k1'), ...pages('touch', 'k1')]);
    expect(summariesOf(early).at(-1)?.result).toBe('through 1');
    expect(findingsOf(early)).toEqual([]);
    const program = [...calls('E'), ...pages('clear', 0), ...pages('touch', 0), ...calls('D'), ...pages('touch', 0)];
    const { trace, rows } = behind(setup, used(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['5 stale-translation']);
  });

  test('an access that the new entry allows as well is no hazard', () => {
    const program = [...calls('E'), ...pages('wrprotect', 0), ...pages('touch', 0), ...pages('touch-write', 0)];
    const { trace } = behind(setup, used(0), program);
    expect(findingsOf(trace)).toEqual(['6 stale-translation']);
  });

  test('no task is preempted inside a section; paused it can be', () => {
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
    expect(rows[1]?.why).toBe('preemption is off: arch_enter turned it off');
    expect(rows[1]?.findings).toMatchObject([{ rule: 'preempt-forbidden', values: { task: 'A', depth: 1 } }]);
    expect(registerIn(trace, 'preempt_count')).toEqual(['1', '1', '0', '0', '0', '1']);
  });

  test('what would move a task away from another CPU is refused, too', () => {
    const trace = runOf(setup, [...calls('E'), switchTo('B', 1), switchTo('A', 1), switchTo('B', 0)]);
    expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'skipped', 'skipped']);
  });

  test('a capacity for teaching is shown beside the real one', () => {
    const program = [...calls('E'), ...pages('clear', 0, 1, 2, 3, 4), ...calls('D')];
    const { trace } = behind({ ...setup, capacity: 4 }, used(0, 1, 2, 3, 4), program);
    expect(flushesIn(trace)).toEqual(['range 4', 'page 1']);
    expect(registerIn(trace, 'index').at(-2)).toBe('1 of 4 (really 192)');
  });

  test('sleeping inside a section is a finding', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), sleep]))).toEqual(['2 sleep-in-section']);
  });

  test('a task that exits in a section leaves preemption off', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), exit]))).toContain('2 preempt-unbalanced');
  });
});

describe('P7', () => {
  const program = [...calls('E'), ...pages('clear', 0), ...calls('E'), ...pages('clear', 1), ...calls('D')];
  const rest = [...pages('clear', 2), ...calls('D')];

  test('at 6.19 the inner leave flushes and ends batching, and preemption stays balanced', () => {
    const { trace, pending } = behind(BEFORE, used(0, 1, 2), [...program, ...rest]);
    expect(pending).toEqual([0, 1, 1, 2, 0, 0, 0]);
    expect(registerIn(trace, 'preempt_count').slice(6)).toEqual(['1', '1', '2', '2', '1', '1', '0']);
    expect(registerIn(trace, 'active').slice(6)).toEqual(['1', '1', '1', '1', '0', '0', '0']);
    expect(flushesIn(trace)).toEqual(['range 2']);
    expect(findingsOf(trace).filter((line) => !line.includes('callbacks-alternate'))).toEqual(['12 batching-lost']);
  });

  test('at 7.0 the inner disable flushes, and the section goes on batching', () => {
    const { trace, pending } = behind(AFTER, used(0, 1, 2), [...program, ...rest]);
    expect(pending).toEqual([0, 1, 1, 2, 0, 1, 0]);
    expect(registerIn(trace, 'preempt_count').slice(6)).toEqual(['1', '1', '1', '1', '1', '1', '0']);
    expect(flushesIn(trace)).toEqual(['range 2', 'page 1']);
    expect(findingsOf(trace)).toEqual([]);
  });
});

describe('an interrupt that changes an entry inside a section', () => {
  const program = [...calls('E'), ...pages('clear', 0), irq(...pages('clear', 1)), ...calls('D')];

  test('lands in the batch of its task at 6.19', () => {
    const { trace, pending } = behind(BEFORE, used(0, 1), program);
    expect(pending).toEqual([0, 1, 1, 2, 2, 0]);
    expect(findingsOf(trace)).toEqual(['10 foreign-flush']);
  });

  test('flushes its page at once at 7.0, and leaves the batch alone', () => {
    const { trace, pending } = behind(AFTER, used(0, 1), program);
    expect(pending).toEqual([0, 1, 1, 1, 1, 0]);
    expect(flushesIn(trace)).toEqual(['page 1']);
    expect(findingsOf(trace)).toEqual([]);
  });
});

test('a section that a pause and a lost disable left open keeps preemption off', () => {
  const trace = runOf(AFTER, calls('EPDR'));
  expect(findingsOf(trace)).toContain('4 preempt-unbalanced');
});
