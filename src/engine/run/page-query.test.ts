import { describe, expect, test } from 'vitest';
import type { Event, PageId, Setup } from '../model.ts';
import { events, exit, mmOf, page, pages, runOf, switchTo, usedPages } from '../testing.ts';
import { queryPage, queryPageElsewhere } from './page-query.ts';

const RANGE: Event = { kind: 'call', helper: 'enable', range: { from: 0, to: 7 } };

function answers(setup: Partial<Setup>, program: readonly Event[], id: PageId) {
  const { world, end } = runOf(setup, program);
  return [
    queryPage(world, end, 'read', id)?.result,
    queryPageElsewhere(world, end, 'read', id)?.result,
    queryPage(world, end, 'touch', id)?.result,
  ];
}

describe('who would see which value of a page whose update waits', () => {
  test('arm64: everybody reads the new one, an access may fault', () => {
    expect(answers({}, events('E k1'), 'k1')).toEqual(['1', '1', 'may fault']);
  });

  test('Xen PV: everybody reads the old one', () => {
    const program = [page('set', 3), ...events('E 3')];
    expect(answers({ backend: 'xen-pv' }, program, 'm1:3')).toEqual(['1', '1', 'old 1']);
  });

  test('powerpc hash: everybody reads the new one, an access goes through the old one', () => {
    const program = [...usedPages(3), ...events('E'), page('clear', 3)];
    expect(answers({ backend: 'powerpc-hash' }, program, 'm1:3')).toEqual(['none', 'none', 'old 1']);
  });

  test('s390: this CPU reads its own writes, no other does', () => {
    const program = [page('set', 3), RANGE, ...pages('set', 3)];
    expect(answers({ backend: 's390', revision: 'v7.2-ptes' }, program, 'm1:3')).toEqual(['2', '1', 'old 1']);
  });
});

test('a page of another mm, or a CPU without a task, has no answer', () => {
  const other = [mmOf('B', 'm2'), page('set', 3), switchTo('B')];
  expect(answers({}, other, 'm1:3')).toEqual([undefined, undefined, undefined]);
  expect(answers({}, [page('set', 'k1'), exit], 'k1')).toEqual([undefined, undefined, undefined]);
});

test('a page query does not change the machine', () => {
  const { world, end } = runOf({ backend: 'powerpc-hash' }, [...usedPages(3)]);
  const before = JSON.stringify(end);
  for (const op of ['read', 'read-raw', 'touch', 'touch-write'] as const) {
    queryPage(world, end, op, 'm1:3');
    queryPageElsewhere(world, end, op, 'm1:3');
  }
  expect(JSON.stringify(end)).toBe(before);
});
