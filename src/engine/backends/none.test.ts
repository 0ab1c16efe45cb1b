import { describe, expect, test } from 'vitest';
import { calls, events, findingsOf, page, runOf, summariesOf, within } from '../testing.ts';

describe.each([{ revision: 'pre' }, { revision: 'v3' }, { revision: 'v6' }, { revision: 'v7.2' }])(
  '$revision',
  (choice) => {
    const setup = { ...choice, backend: 'none' };

    test('G1: stores are at once, nothing is flushed, there is no state to count in', () => {
      const trace = runOf(setup, [...events('E 1'), page('read', 1), ...calls('D')]);
      const rows = summariesOf(trace);
      expect(rows.map(({ fields, callbacks, checks, active }) => ({ fields, callbacks, checks, active }))).toEqual(
        rows.map(() => ({ fields: {}, callbacks: [], checks: [], active: null })),
      );
      expect(rows.map(({ pending }) => pending)).toEqual([0, 0, 0, 0]);
      expect(rows[1]?.effects).toEqual([{ kind: 'store', how: 'memory', entries: 1, cpu: 0 }]);
      expect(rows[2]?.result).toBe('1');
    });

    test('G3: a pause outside a section is nothing at all', () => {
      const trace = runOf(setup, calls('PR'));
      expect(summariesOf(trace).flatMap(({ callbacks, effects }) => [...callbacks, ...effects])).toEqual([]);
      expect(findingsOf(trace)).toEqual([]);
    });

    test('no misuse is noticed, and no rule breaks', () => {
      const trace = runOf(setup, [...calls('DRPEDDEER'), { kind: 'sleep' }, { kind: 'exit' }]);
      expect(findingsOf(trace)).toEqual([]);
    });

    test('a helper has no statement to stop at', () => {
      const trace = runOf(setup, [within('enable', 1, page('set', 1))]);
      expect(summariesOf(trace).map(({ outcome }) => outcome)).toEqual(['done', 'skipped', 'silent']);
      expect(trace.end.pages).toEqual({});
    });
  },
);

test('G3 with the option on: the pause is counted, and no callback runs', () => {
  const rows = summariesOf(runOf({ revision: 'v6' }, calls('PR')));
  expect(rows.map(({ fields }) => fields)).toEqual([
    { enable_count: 0, pause_count: 1 },
    { enable_count: 0, pause_count: 0 },
  ]);
  expect(rows.flatMap(({ callbacks }) => callbacks)).toEqual([]);
});
