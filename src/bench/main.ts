import { mixes } from './calls.ts';
import { compare } from './compare.ts';
import { objectPerStep } from './object-per-step.ts';
import { ourRun } from './our-run.ts';
import { xstateTransition } from './xstate-transition.ts';

for (const mix of mixes) {
  console.log(mix.title);
  console.table(compare([ourRun, objectPerStep, xstateTransition], mix, { calls: 100_000, rounds: 5 }));
}
