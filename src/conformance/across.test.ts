/** One program on every architecture: the runs differ in what each architecture defers. */
import { describe, expect, test } from 'vitest';
import { backends } from '../engine/backends/index.ts';
import { ERAS, type Event, type Setup } from '../engine/model.ts';
import { revisions } from '../engine/revisions/index.ts';
import { findingId } from '../engine/run/finding-text.ts';
import { prepare, setupOf } from '../engine/setup/world.ts';
import {
  calls,
  events,
  findingsOf,
  flushTlb,
  gatherFlush,
  pages,
  runBehind,
  runOf,
  usedPages,
} from '../engine/testing.ts';

const RANGE: Event = { kind: 'call', helper: 'enable', range: { from: 0, to: 7 } };
const at = (backend: string): Partial<Setup> =>
  backend === 's390' ? { backend, revision: 'v7.2-ptes' } : { backend, revision: 'v6' };

describe('a kernel page, set inside a section, is touched there', () => {
  test.each([
    ['none', 'through 1', []],
    ['arm64', 'may fault', ['early-touch']],
    ['powerpc-hash', 'through 1', []],
    ['powerpc-radix', 'through 1', []],
    ['sparc64', 'through 1', []],
    ['xen-pv', 'fatal fault', ['early-touch']],
    // Its ranges are those of an mm: the page is stored at once.
    ['s390', 'through 1', []],
  ])('on %s: %s', (backend, result, rules) => {
    const { rows } = runBehind(at(backend), [], [RANGE, ...events('k1'), ...pages('touch', 'k1'), ...calls('D')]);
    expect(rows[2]?.result).toBe(result);
    expect(rows[2]?.findings.map(({ rule, severity }) => [rule, severity])).toEqual(
      rules.map((one) => [one, 'hazard']),
    );
    // The finding is the hazard; what the kernel makes of the fault ends no run.
    expect(rows[3]?.outcome).toBe('done');
  });
});

describe('a user page in use is cleared inside a section and touched', () => {
  const program = [...pages('clear', 0), ...pages('touch', 0)];
  const inside = (backend: string) =>
    runBehind(at(backend), usedPages(0), [RANGE, ...program, ...calls('D'), flushTlb, ...pages('touch', 0)]);

  test.each(['powerpc-hash', 'sparc64', 'xen-pv', 's390'])(
    'on %s the old translation works until the flush',
    (backend) => {
      const { rows } = inside(backend);
      expect(rows[2]?.result).toBe('old 1');
      expect(rows[2]?.findings.map(findingId)).toEqual(['stale-translation']);
      expect(rows.at(-1)?.result).toBe('faults');
    },
  );

  test.each(['none', 'arm64', 'powerpc-radix'])('on %s it is exactly as outside a section', (backend) => {
    const outside = runBehind(at(backend), usedPages(0), program).rows[1];
    const { rows } = inside(backend);
    expect([rows[2]?.result, rows[2]?.findings]).toEqual([outside?.result, outside?.findings]);
    expect(rows[2]?.findings).toEqual([]);
  });

  test.each(['powerpc-hash', 'sparc64'])('on %s nothing is stale outside a section', (backend) => {
    expect(runBehind(at(backend), usedPages(0), program).rows[1]?.result).toBe('faults');
  });
});

test('a read inside a section is stale on Xen alone, a raw one on s390 too', () => {
  const stale = (op: 'read' | 'read-raw') =>
    backends.ids.filter(
      (backend) => findingsOf(runOf(at(backend), [RANGE, ...events('1'), ...pages(op, 1)])).length > 0,
    );
  expect(stale('read')).toEqual(['xen-pv']);
  expect(stale('read-raw')).toEqual(['xen-pv', 's390']);
});

test('a gather flush drains the batch where it is the TLB flush, and nothing else', () => {
  const drains = backends.ids.filter((backend) => {
    const { rows } = runBehind(at(backend), usedPages(0), [RANGE, ...pages('clear', 0), gatherFlush]);
    return rows[2]?.effects.some(({ kind }) => kind === 'flush');
  });
  expect(drains).toEqual(['powerpc-hash', 'sparc64']);
});

test('what happens on one does not reach another: each has a machine of its own', () => {
  const program = events('EE k1 D k2 D');
  const [bug, fine] = [runOf({ backend: 'xen-pv', revision: 'pre' }, program), runOf(at('arm64'), program)];
  expect([bug.end.over, fine.end.over]).toEqual(['bug', null]);
});

describe('impossible pairs are refused with the reason', () => {
  const refusal = (choice: Partial<Setup>) => {
    const world = prepare(setupOf(choice));
    return world.ok ? null : world.error;
  };

  test.each([
    [{ backend: 's390', revision: 'v6' }, 's390, pending is not simulated for kernel 7.0, only for s390'],
    [{ backend: 'xen-pv', revision: 'v6', era: '7.2' } as const, 'v6 cannot run on kernel 7.2'],
    [{ backend: 'arm64', revision: 'v7.2-ptes', era: '7.2' } as const, 'v7.2-ptes cannot run on kernel 7.2'],
  ])('%o', (choice, message) => {
    expect(refusal(choice)).toContain(message);
  });

  test('every other pair of the list runs', () => {
    for (const { id, meets } of revisions.all) {
      for (const backend of backends.ids) {
        for (const era of meets) {
          const wanted = backend === 's390' && era !== 's390' ? 'string' : 'object';
          expect([id, backend, era, typeof refusal({ revision: id, backend, era })]).toEqual([
            id,
            backend,
            era,
            wanted,
          ]);
        }
      }
    }
  });

  test('a later era without a simulation of its own runs the newest before it', () => {
    const simulated = (backend: string) =>
      ERAS.map((era) => {
        const id = revisions.all.find(({ meets }) => meets.includes(era))?.id ?? '';
        const world = prepare(setupOf({ revision: id, backend, era }));
        return world.ok ? world.value.simulatedEra : null;
      });
    expect(simulated('xen-pv')).toEqual(['6.19', '7.0', '7.1', '7.2', '7.2']);
    expect(simulated('powerpc-hash')).toEqual(['6.19', '7.0', '7.0', '7.0', '7.0']);
    expect(simulated('s390')).toEqual([null, null, null, null, 's390']);
  });
});
