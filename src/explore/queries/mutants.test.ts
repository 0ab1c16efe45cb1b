/**
 * Measures what the search can detect: every mutated statement of every revision is distinguished from the original by
 * some program, or is listed below with the reason why none can.
 */
import { expect, test } from 'vitest';
import { revisions } from '../../engine/revisions/index.ts';
import { worldOf } from '../../engine/testing.ts';
import { checkEquivalence } from './check.ts';
import { mutantsOf, mutantWorld } from './mutants.ts';
import { scopeOf } from './testing.ts';

const SAW = 'only what the callback sees of the state changes, and that is no difference from outside';
const ORDER = 'whether a check fires before or after something that it does not read cannot be told from outside';

const OF_V3 = [
  {
    name: 'enable: if (count == 0) before VM_WARN_ON(count > 0 && !enabled)',
    why: 'one looks at a count of 0 and the other at one above it, and the count is written behind both',
  },
  { name: 'enable: enabled = true before arch enter', why: SAW },
  { name: 'disable: --count before VM_WARN_ON(!enabled)', why: ORDER },
  { name: 'disable: arch leave before enabled = false', why: SAW },
  { name: 'pause: arch leave before enabled = false', why: SAW },
  { name: 'resume: arch enter before VM_WARN_ON(count == 0 || enabled)', why: ORDER },
  { name: 'resume: enabled = true before arch enter', why: SAW },
];
const OF_V4 = [
  { name: 'enable: arch enter before active = true', why: SAW },
  { name: 'disable: arch leave before active = false', why: SAW },
  { name: 'pause: arch leave before active = false', why: SAW },
  { name: 'resume: arch enter before active = true', why: SAW },
];
/** Equivalent mutants, by revision. */
const EQUIVALENT: Readonly<Record<string, readonly { readonly name: string; readonly why: string }[]>> = {
  ...{ 'v3-07': OF_V3, v3: OF_V3, 'v4-07': OF_V4, v4: OF_V4 },
};

const RANGE = { kind: 'call', helper: 'enable', range: { from: 0, to: 7 } } as const;
const SCOPE = scopeOf('EDPR', { interrupts: 'calls', alphabet: [RANGE] });

test.each(revisions.all)('T21: every mutant of $id but the equivalent ones is distinguished from it', (revision) => {
  const world = worldOf({ revision: revision.id });
  const mutants = mutantsOf(revision);
  expect(mutants.length).toBeGreaterThan(4);
  const same = mutants.filter(
    (mutant) => checkEquivalence([world, mutantWorld(world, mutant)], SCOPE).verdict !== 'violated',
  );
  expect(same.map(({ name }) => name)).toEqual((EQUIVALENT[revision.id] ?? []).map(({ name }) => name));
});
