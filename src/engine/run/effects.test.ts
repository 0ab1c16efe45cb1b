/** What the reactions of the architectures say beside what they do: why a flush went out, what is inferred, what a CPU holds. */
import { describe, expect, test } from 'vitest';
import {
  calls,
  events,
  flushTlb,
  irq,
  mmOf,
  page,
  pages,
  runOf,
  summariesOf,
  switchTo,
  usedPages,
} from '../testing.ts';

const XEN = { backend: 'xen-pv', capacity: 2 } as const;
const HASH = { backend: 'powerpc-hash', capacity: 2 } as const;

const reasonsIn = (trace: ReturnType<typeof runOf>) =>
  summariesOf(trace).flatMap(({ effects }) =>
    effects.filter(({ kind }) => kind === 'flush').map(({ entries, because }) => `${entries} ${because ?? 'asked'}`),
  );

describe('why a flush goes out', () => {
  test('Xen PV: the one that finds no room sends what was there', () => {
    expect(reasonsIn(runOf(XEN, events('E 1 2 3 D')))).toEqual(['2 full', '1 asked']);
  });

  test('powerpc hash: the one that fills the batch sends it', () => {
    const program = [...usedPages(1, 2, 3), ...calls('E'), ...pages('clear', 1, 2, 3), ...calls('D')];
    expect(reasonsIn(runOf(HASH, program))).toEqual(['2 full', '1 asked']);
  });

  test('powerpc hash: an entry of another size sends the batch of the old one', () => {
    const big = { ...page('set', 2), size: '64k' } as const;
    const program = [...usedPages(1), big, page('touch', 2), ...calls('E'), ...pages('clear', 1, 2), ...calls('D')];
    expect(reasonsIn(runOf({ ...HASH, capacity: null }, program))).toEqual(['1 key', '1 asked']);
  });
});

describe('what is reasoned from code is said where it happens', () => {
  const inferredIn = (trace: ReturnType<typeof runOf>) => summariesOf(trace).map(({ inferred }) => inferred !== null);

  test('Xen PV: get-and-clear overtakes the queue, and only then', () => {
    const trace = runOf({ backend: 'xen-pv' }, [...events('E 1'), page('get-and-clear', 1), page('get-and-clear', 2)]);
    expect(inferredIn(trace)).toEqual([false, false, true, false]);
  });

  test('Xen PV: a TLB flush in an interrupt sends out what the task queued', () => {
    const trace = runOf({ backend: 'xen-pv' }, [...events('E 1'), irq(flushTlb)]);
    expect(inferredIn(trace)).toEqual([false, false, false, true, false]);
  });

  test('powerpc hash before 7.0: an interrupt joins the batch of the task', () => {
    const program = [...usedPages(1), ...calls('E'), irq(page('clear', 1))];
    const before = runOf({ backend: 'powerpc-hash', revision: 'pre', era: '6.19' }, program);
    expect(inferredIn(before)).toEqual([false, false, false, false, true, false]);
    expect(inferredIn(runOf({ backend: 'powerpc-hash' }, program))).not.toContain(true);
  });

  test('s390: the rest of a section is not batched once a pause forgot the range, and only then', () => {
    const range = { kind: 'call', helper: 'enable', range: { from: 0, to: 7 } } as const;
    const setup = { backend: 's390', revision: 'v7.2-ptes' };
    expect(inferredIn(runOf(setup, [range, ...events('1 PR 2 D')]))).toEqual([false, false, false, false, true, false]);
    expect(inferredIn(runOf(setup, [range, ...events('1 D E 2 D')]))).not.toContain(true);
  });

  test('sparc64 and arm64: an access in a section that meets what was never observed', () => {
    const early = [page('set', 1), ...calls('E'), page('touch', 1)];
    expect(inferredIn(runOf({ backend: 'sparc64' }, early))).toEqual([false, false, true]);
    const unmapped = [...usedPages(1), ...calls('E'), page('clear', 1), page('touch', 1)];
    expect(inferredIn(runOf({}, unmapped))).toEqual([false, false, false, false, true]);
    expect(inferredIn(runOf({}, [...usedPages(1), page('clear', 1), page('touch', 1)]))).not.toContain(true);
  });
});

test('what a CPU holds back is counted by CPU, or for the task that runs there', () => {
  const program = [mmOf('B', 'm2'), ...events('E 1 k2'), switchTo('B', 1), ...events('E 3 k4 k5')];
  const heldOn = (backend: string) => {
    const { world, end } = runOf({ backend }, program);
    return [0, 1].map((cpu) => world.simulation.pendingOn(end, cpu));
  };
  expect(heldOn('xen-pv')).toEqual([2, 3]);
  expect(heldOn('arm64')).toEqual([1, 1]);
  expect(heldOn('none')).toEqual([0, 0]);
});
