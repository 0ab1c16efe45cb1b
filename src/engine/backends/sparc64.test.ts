import { describe, expect, test } from 'vitest';
import type { Event } from '../model.ts';
import {
  behind,
  calls,
  events,
  findingsOf,
  flushesIn,
  flushTlb,
  gatherFlush,
  irq,
  mmOf,
  page,
  pages,
  pendingIn,
  registerIn,
  runOf,
  summariesOf,
  switchTo,
  used,
} from '../testing.ts';

const BEFORE = { revision: 'pre', backend: 'sparc64', era: '6.19' } as const;
const AFTER = { revision: 'v6', backend: 'sparc64', era: '7.0' } as const;
const many = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The same simulation as at 7.0, under the helpers of 7.2. */
const V72 = { ...AFTER, revision: 'v7.2', era: '7.2' } as const;

describe.each([BEFORE, AFTER, V72])('sparc64 vectors at $era', (setup) => {
  test('S1: outside a section the page is flushed at once', () => {
    const { rows } = behind(setup, pages('set', 0), pages('set', 0));
    expect(rows[0]?.effects.map(({ kind, how }) => [kind, how])).toEqual([
      ['store', 'memory'],
      ['tlb', 'page'],
    ]);
  });

  test('S2: a new mapping queues nothing', () => {
    expect(pendingIn(runOf(setup, events('E 0 D')))).toEqual([0, 0, 0]);
  });

  test('S3: kernel entries are never queued; the flush of the kernel range is for them', () => {
    const program = [
      ...calls('E'),
      ...pages('clear', 'k0'),
      ...pages('touch', 'k0'),
      flushTlb,
      ...pages('touch', 'k0'),
    ];
    const { trace, rows, pending } = behind(setup, used('k0'), program);
    expect(pending).toEqual([0, 0, 0, 0, 0]);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', 'kernel pages only', 'faults']);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('S4: a section collects and flushes once', () => {
    const { trace, pending } = behind(setup, pages('set', 0, 1, 2), [
      ...calls('E'),
      ...pages('clear', 0),
      ...pages('set', 1),
      ...pages('wrprotect', 2),
      ...calls('D'),
    ]);
    expect(pending).toEqual([0, 1, 2, 3, 0]);
    expect(flushesIn(trace)).toEqual(['range 3']);
    expect(registerIn(trace, 'tlb_nr').at(-2)).toBe('3 of 192');
    expect(registerIn(trace, 'preempt_count').slice(3)).toEqual(['1', '1', '1', '1', '0']);
  });

  test('S5: the entry of another mm flushes what was there', () => {
    const ready = [...pages('set', 0), mmOf('A', 'm2'), ...pages('set', 0), mmOf('A', 'm1')];
    const program = [...calls('E'), ...pages('clear', 0), ...pages('set', 0), ...pages('clear', 0)];
    const { trace, pending } = behind(setup, ready, [...program, mmOf('A', 'm2'), ...pages('clear', 0), ...calls('D')]);
    expect(pending).toEqual([0, 1, 1, 2, 2, 1, 0]);
    expect(flushesIn(trace)).toEqual(['range 2', 'page 1']);
  });

  test('S6: a huge page is two entries of another shift', () => {
    const huge: Event = { ...page('set', 1), size: 'huge' };
    const program = [...calls('E'), ...pages('clear', 0, 1), ...calls('D')];
    const { trace, pending } = behind(setup, [page('set', 0), huge], program);
    expect(pending).toEqual([0, 1, 2, 0]);
    expect(flushesIn(trace)).toEqual(['page 1', 'range 2']);
  });

  test('S7: the 192nd flushes, and the disable has nothing left', () => {
    const all = many(192);
    const { trace, rows } = behind(setup, pages('set', ...all), [
      ...calls('E'),
      ...pages('clear', ...all),
      ...calls('D'),
    ]);
    expect(flushesIn(trace)).toEqual(['range 192']);
    expect(rows.at(-1)?.effects).toEqual([]);
  });

  test('a huge page that does not fit is split by the flush', () => {
    const ready: Event[] = [0, 1].map((i) => ({ ...page('set', i), size: 'huge' }));
    const { trace } = behind({ ...setup, capacity: 3 }, ready, [...calls('E'), ...pages('clear', 0, 1), ...calls('D')]);
    expect(flushesIn(trace)).toEqual(['range 3', 'page 1']);
    expect(registerIn(trace, 'tlb_nr').at(-2)).toBe('1 of 3 (really 192)');
  });

  test('a new mapping can be touched early; an old one works until the flush of mmu_gather', () => {
    const early = runOf(setup, [...events('E k1 1'), ...pages('touch', 'k1', 1)]);
    expect(summariesOf(early).map(({ result }) => result)).toEqual([
      null,
      'stored',
      'stored',
      'through 1',
      'through 1',
    ]);
    const program = [...calls('E'), ...pages('clear', 0), ...pages('touch', 0), gatherFlush, ...pages('touch', 0)];
    const { trace, rows } = behind(setup, used(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['5 stale-translation']);
  });

  test('reads see the new entry at once', () => {
    const { rows } = behind(setup, pages('set', 0), [...calls('E'), ...pages('get-and-clear', 0), ...pages('read', 0)]);
    expect(rows.map(({ result }) => result)).toEqual([null, 'got 1', 'none']);
  });

  test('no task is preempted inside a section', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), switchTo('B')]))).toEqual(['2 preempt-forbidden']);
  });
});

describe('S8', () => {
  const program = [...calls('E'), ...pages('clear', 0), ...calls('E'), ...pages('clear', 1), ...calls('D')];
  const rest = [...pages('clear', 2), ...calls('D')];

  test('at 6.19 the inner leave flushes and ends batching', () => {
    const { trace, pending } = behind(BEFORE, pages('set', 0, 1, 2), [...program, ...rest]);
    expect(pending).toEqual([0, 1, 1, 2, 0, 0, 0]);
    expect(registerIn(trace, 'active').slice(3)).toEqual(['1', '1', '1', '1', '0', '0', '0']);
    expect(flushesIn(trace)).toEqual(['range 2']);
    expect(findingsOf(trace)).toContain('9 batching-lost');
  });

  test('at 7.0 the inner disable flushes, and the section goes on batching', () => {
    const { trace, pending } = behind(AFTER, pages('set', 0, 1, 2), [...program, ...rest]);
    expect(pending).toEqual([0, 1, 1, 2, 0, 1, 0]);
    expect(flushesIn(trace)).toEqual(['range 2', 'page 1']);
    expect(findingsOf(trace)).toEqual([]);
  });
});

describe('an interrupt that changes an entry inside a section', () => {
  const program = (...body: Event[]) => [...calls('E'), ...pages('clear', 0), irq(...body), ...calls('D')];

  test('lands in the batch of its task at 6.19', () => {
    const { pending } = behind(BEFORE, pages('set', 0, 1), program(...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 2, 2, 0]);
  });

  test('flushes its page at once at 7.0', () => {
    const { pending } = behind(AFTER, pages('set', 0, 1), program(...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 1, 1, 0]);
  });

  test('of another mm flushes the batch first, at 7.0 too', () => {
    const ready = [mmOf('A', 'm2'), ...pages('set', 1), mmOf('A', 'm1'), ...pages('set', 0)];
    const { trace, pending } = behind(AFTER, ready, program(mmOf('A', 'm2'), ...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(findingsOf(trace)).toEqual(['9 foreign-flush']);
  });
});
