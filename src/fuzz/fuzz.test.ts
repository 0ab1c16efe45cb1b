import { expect, test } from 'vitest';
import { type FuzzFailure, fuzz, fuzzTargets } from './fuzz.ts';

const seed = (Number(process.env.FC_SEED ?? 0) % (2 ** 31 - 1)) + 1;

test.each(Object.keys(fuzzTargets))(`%s takes what is drawn from seed ${seed} without a throw`, async (name) => {
  const failures: FuzzFailure[] = [];
  await fuzz({ inputs: 200, seed, targets: [name], onFailure: (failure) => failures.push(failure) });
  expect(failures).toEqual([]);
});
