import { expect, test } from 'vitest';
import { openTab } from '../testing.ts';

test('the late state is what the state was when its task came', () => {
  const { app, page, state } = openTab();
  const seen: number[] = [];
  app.late.subscribe(({ cursor }) => seen.push(cursor.slot));
  const before = app.late.getState();
  app.perform('first');
  app.perform('forward');
  expect(app.late.getState()).toBe(before);
  page.wait(0);
  expect(app.late.getState()).toBe(state());
  expect(seen).toEqual([0]);
  app.close();
});
