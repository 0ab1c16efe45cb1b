import { expect, test } from 'vitest';
import { openTab } from '../testing.ts';

test('the deferred store follows one task later, with all changes of the task before at once', () => {
  const { app, page, state } = openTab();
  const seen: number[] = [];
  app.deferred.subscribe(({ cursor }) => seen.push(cursor.slot));
  const before = app.deferred.getState();
  app.perform('first');
  app.perform('forward');
  expect(app.deferred.getState()).toBe(before);
  page.wait(0);
  expect(app.deferred.getState()).toBe(state());
  expect(seen).toEqual([0]);
  app.close();
});
