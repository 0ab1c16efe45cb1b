/** A few of the schedules of three tabs that `npm run schedules` runs by the thousand, on the whole page. */
import { wholeHands } from '../scripts/schedules/hands.mjs';
import { createProfile, runSchedule } from '../scripts/schedules/schedule.mjs';
import { expect, test } from './fixture.ts';

const FIRST_SEED = 1;
const SCHEDULES = 6;

test('T1, T2, T7: schedules of three tabs with failing storage and killed renderers lose no acknowledged edit', async ({
  context,
  baseURL,
}) => {
  const profile = await createProfile(context, baseURL ?? '', wholeHands);
  let acknowledged = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
    const outcome = await runSchedule(profile, seed);
    expect(outcome.faults, `seed ${seed}: ${outcome.steps.join(', ')}`).toEqual([]);
    acknowledged += outcome.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(SCHEDULES);
});
