import { expect, test } from 'vitest';
import { programOf } from '../testing.ts';
import { reuseUnchangedEvents } from './reuse-unchanged-events.ts';

test('equal events at both ends stay the same objects', () => {
  const old = programOf('enable; set k1; irq { pause }; disable');
  const kept = reuseUnchangedEvents(old, programOf('enable; set k2; sleep; irq { pause }; disable'));
  expect(kept.map((event) => old.indexOf(event))).toEqual([0, -1, -1, 2, 3]);
});

test('an equal program is the same object', () => {
  const old = programOf('enable; enable');
  expect(reuseUnchangedEvents(old, programOf('enable\nenable'))).toBe(old);
  expect(reuseUnchangedEvents(old, programOf('enable'))).toHaveLength(1);
  expect(reuseUnchangedEvents([], old)).toEqual(old);
});
