import { expect, test } from 'vitest';
import { backends } from '../engine/backends/index.ts';
import { ERAS } from '../engine/model.ts';
import { simulatedEra } from '../engine/setup/world.ts';
import { erasOf, LEFT_OUT, MODEL, SIMPLIFIED, UNKNOWN } from './modelled.ts';

const parts = [...SIMPLIFIED, LEFT_OUT, UNKNOWN];

test('every part has points with unique subjects and whole sentences', () => {
  expect(MODEL).toMatch(/\.$/);
  for (const { title, intro, points } of parts) {
    expect(title).toMatch(/\S/);
    expect(intro).toMatch(/^[A-Z].*\.$/);
    expect(points.length).toBeGreaterThan(0);
    expect(new Set(points.map(({ about }) => about)).size).toBe(points.length);
    for (const { says } of points) expect(says).toMatch(/^\S.*\.$/);
  }
});

test('the architectures are simplified in seven points', () => {
  expect(SIMPLIFIED[0]?.points).toHaveLength(7);
});

test.each(backends.all)('$id: its eras and those that reuse them are all the eras at which it runs', (backend) => {
  const runs = ERAS.filter((era) => simulatedEra(backend, era) !== null);
  const eras = erasOf(backend);
  expect(
    eras
      .flatMap(({ era, also }) => [era, ...also])
      .sort()
      .join(),
  ).toBe([...runs].sort().join());
  for (const { era, also } of eras) for (const other of also) expect(simulatedEra(backend, other)).toBe(era);
});

test('a later era without a simulation is listed with the one whose simulation it uses', () => {
  expect(erasOf(backends.get('powerpc-hash'))).toEqual([
    { era: '6.19', also: [] },
    { era: '7.0', also: ['7.1', '7.2', 's390'] },
  ]);
});
