import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calls, events, runOf } from '../../engine/testing.ts';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { minimapOf } from './minimap.ts';

test('a short run has a bucket per row', () => {
  expect(minimapOf(runOf({}, events('E k1 D D')), 100)).toEqual({
    buckets: 4,
    active: [
      { from: 0, to: 2 },
      { from: 3, to: 4 },
    ],
    pending: [{ from: 1, to: 2 }],
    findings: [{ at: 3, severity: 'warning' }],
  });
});

test('a finding in one row of many still shows, the gravest of a bucket first', () => {
  const program = [...calls('ED'.repeat(500)), ...calls('D'), ...calls('ED'.repeat(499))];
  const { buckets, findings } = minimapOf(runOf({ revision: 'v3-07' }, program), 100);
  expect([buckets, findings.at(-1)]).toEqual([100, { at: 99, severity: 'bug' }]);
});

test('before the series the architecture says when the mode is entered', () => {
  expect(minimapOf(runOf({ revision: 'pre' }, calls('ED')), 10).active).toEqual([{ from: 0, to: 1 }]);
});

test('an empty run has nothing', () => {
  expect(minimapOf(runOf({}, []), 100)).toEqual({ buckets: 0, active: [], pending: [], findings: [] });
});

test('for any program, buckets are in order and in range, and every finding above a note is in one', () => {
  forAll(fc.tuple(arbitraryProgram(), fc.integer({ min: 1, max: 12 })), ([program, most]) => {
    const trace = runOf({}, program);
    const { buckets, active, pending, findings } = minimapOf(trace, most);
    expect(buckets).toBeLessThanOrEqual(most);
    for (const { from, to } of [...active, ...pending]) expect(from >= 0 && from < to && to <= buckets).toBe(true);
    const slots = Array.from({ length: trace.length }, (_, slot) => slot);
    const grave = slots.filter((slot) => trace.summaryAt(slot).findings.some(({ severity }) => severity !== 'note'));
    const expected = new Set(grave.map((slot) => Math.floor((slot * buckets) / trace.length)));
    expect(findings.map(({ at }) => at)).toEqual([...expected]);
  });
});
