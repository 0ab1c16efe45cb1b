import { expect, test } from 'vitest';
import { callMixes } from './calls.ts';
import { compareVariants } from './compare.ts';
import { objectPerStep } from './object-per-step.ts';
import { ourFirstRun, ourRun } from './our-run.ts';
import { reportSpeed } from './report.ts';
import type { Variant } from './variant.ts';
import { xstateTransition } from './xstate-transition.ts';

const [mix] = callMixes;

test.each(callMixes)('all variants agree at every step of $title', (each) => {
  const variants = [ourRun, ourFirstRun, objectPerStep, xstateTransition];
  const lines = compareVariants(variants, each, { calls: 2000, rounds: 1 });
  expect(lines.map(({ title, agrees }) => [title, agrees])).toEqual(variants.map(({ title }) => [title, true]));
  expect(lines[0]?.ratio).toEqual({ median: 1, worst: 1 });
});

/** Reports one call wrongly. */
const forgetful: Variant = {
  title: 'forgetful',
  prepare: (calls) => () => {
    const kept = objectPerStep.prepare(calls)();
    return { ...kept, at: (index) => (index === 40 ? { ...kept.at(index), held: true } : kept.at(index)) };
  },
};

test('figures of a variant that disagrees are void', () => {
  if (!mix) throw new Error('there is a mix');
  const lines = compareVariants([ourRun, forgetful], mix, { calls: 50, rounds: 1 });
  expect(lines.map(({ agrees }) => agrees)).toEqual([true, false]);
  expect(reportSpeed(lines)).toMatch(/^ {2}forgetful +void: results differ$/m);
});

test('a variant that drops calls is void', () => {
  if (!mix) throw new Error('there is a mix');
  const short: Variant = { title: 'short', prepare: (calls) => objectPerStep.prepare(calls.slice(1)) };
  const [, line] = compareVariants([objectPerStep, short], mix, { calls: 50, rounds: 1 });
  expect(line?.agrees).toBe(false);
});
