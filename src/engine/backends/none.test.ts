import { describe, expect, test } from 'vitest';
import { calls, events, findingsOf, page, runOf, summariesOf, within } from '../testing.ts';

describe.each([{ revision: 'pre' }, { revision: 'v3' }, { revision: 'v6' }, { revision: 'v7.2' }])(
  '$revision',
  (choice) => {
    const setup = { ...choice, backend: 'none' };

    test('no check is evaluated, and the query of the mode has no answer', () => {
      const rows = summariesOf(runOf(setup, [...events('E 1'), page('read', 1), ...calls('D')]));
      expect(rows.map(({ checks, active }) => ({ checks, active }))).toEqual(
        rows.map(() => ({ checks: [], active: null })),
      );
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
