import { describe, expect, test } from 'vitest';
import { backends } from '../../engine/backends/index.ts';
import { calls, events, page, runOf } from '../../engine/testing.ts';
import { remarks } from './index.ts';

test('every backend has remarks, and nothing else has', () => {
  expect(remarks.ids).toEqual(backends.ids);
});

describe.each(remarks.all.map((one) => [one.id, one] as const))(
  '%s',
  (_id, { sentOut, early, nestedBefore, inferred }) => {
    test('the remarks are whole sentences', () => {
      for (const cell of [sentOut, early, nestedBefore]) expect(cell).toMatch(/^[A-Za-z].*\.$/);
      for (const sentence of inferred) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    });
  },
);

test('what a run reports as inferred is one of the remarks', () => {
  const trace = runOf({ backend: 'xen-pv' }, [...events('E 1'), page('get-and-clear', 1), ...calls('D')]);
  const { inferred } = trace.summaryAt(2);
  expect(inferred).not.toBeNull();
  expect(remarks.get('xen-pv').inferred).toContain(inferred);
});
