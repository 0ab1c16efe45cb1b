import { describe, expect, test } from 'vitest';
import type { Event } from '../model.ts';
import {
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
  registerIn,
  runBehind,
  runOf,
  summariesOf,
  switchTo,
  usedPages,
} from '../testing.ts';

const BEFORE = { revision: 'pre', backend: 'sparc64', era: '6.19' } as const;
const AFTER = { revision: 'v6', backend: 'sparc64', era: '7.0' } as const;

/** The same simulation as at 7.0, under the helpers of 7.2. */
const V72 = { ...AFTER, revision: 'v7.2', era: '7.2' } as const;

describe.each([BEFORE, AFTER, V72])('sparc64 at $era', (setup) => {
  test('a stale kernel translation lasts until the kernel range is flushed', () => {
    const program = [
      ...calls('E'),
      ...pages('clear', 'k0'),
      ...pages('touch', 'k0'),
      flushTlb,
      ...pages('touch', 'k0'),
    ];
    const { trace, rows, pending } = runBehind(setup, usedPages('k0'), program);
    expect(pending).toEqual([0, 0, 0, 0, 0]);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', 'kernel pages only', 'faults']);
    expect(findingsOf(trace)).toEqual([]);
  });

  test('a task that changes entries of another mm flushes the batch first', () => {
    const ready = [...pages('set', 0), mmOf('A', 'm2'), ...pages('set', 0), mmOf('A', 'm1')];
    const program = [...calls('E'), ...pages('clear', 0), ...pages('set', 0), ...pages('clear', 0)];
    const { trace, pending } = runBehind(setup, ready, [
      ...program,
      mmOf('A', 'm2'),
      ...pages('clear', 0),
      ...calls('D'),
    ]);
    expect(pending).toEqual([0, 1, 1, 2, 2, 1, 0]);
    expect(flushesIn(trace)).toEqual(['range 2', 'page 1']);
  });

  test('a huge page that does not fit is split by the flush', () => {
    const ready: Event[] = [0, 1].map((i) => ({ ...page('set', i), size: 'huge' }));
    const { trace } = runBehind({ ...setup, capacity: 3 }, ready, [
      ...calls('E'),
      ...pages('clear', 0, 1),
      ...calls('D'),
    ]);
    expect(flushesIn(trace)).toEqual(['range 3', 'page 1']);
    expect(registerIn(trace, 'tlb_nr').at(-2)).toBe('1 of 3 (kernel: 192)');
  });

  test('a new mapping can be accessed early, and an old one works until the flush of mmu_gather', () => {
    const early = runOf(setup, [...events('E k1 1'), ...pages('touch', 'k1', 1)]);
    expect(summariesOf(early).map(({ result }) => result)).toEqual([
      null,
      'stored',
      'stored',
      'through 1',
      'through 1',
    ]);
    const program = [...calls('E'), ...pages('clear', 0), ...pages('touch', 0), gatherFlush, ...pages('touch', 0)];
    const { trace, rows } = runBehind(setup, usedPages(0), program);
    expect(rows.map(({ result }) => result)).toEqual([null, 'stored', 'old 1', null, 'faults']);
    expect(findingsOf(trace)).toEqual(['5 stale-translation']);
  });

  test('a read sees the new entry immediately', () => {
    const { rows } = runBehind(setup, pages('set', 0), [
      ...calls('E'),
      ...pages('get-and-clear', 0),
      ...pages('read', 0),
    ]);
    expect(rows.map(({ result }) => result)).toEqual([null, 'got 1', 'none']);
  });

  test('no task is preempted inside a section', () => {
    expect(findingsOf(runOf(setup, [...calls('E'), switchTo('B')]))).toEqual(['2 preempt-forbidden']);
  });
});

describe('an interrupt that changes an entry inside a section', () => {
  const program = (...body: Event[]) => [...calls('E'), ...pages('clear', 0), irq(...body), ...calls('D')];

  test('an interrupt adds its page to the batch of the task at 6.19', () => {
    const { pending } = runBehind(BEFORE, pages('set', 0, 1), program(...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 2, 2, 0]);
  });

  test('an interrupt flushes its page immediately at 7.0', () => {
    const { pending } = runBehind(AFTER, pages('set', 0, 1), program(...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 1, 1, 0]);
  });

  test('an interrupt that changes another mm flushes the batch first, at 7.0 too', () => {
    const ready = [mmOf('A', 'm2'), ...pages('set', 1), mmOf('A', 'm1'), ...pages('set', 0)];
    const { trace, pending } = runBehind(AFTER, ready, program(mmOf('A', 'm2'), ...pages('clear', 1)));
    expect(pending).toEqual([0, 1, 1, 1, 0, 0, 0]);
    expect(findingsOf(trace)).toEqual(['9 foreign-flush']);
  });
});
