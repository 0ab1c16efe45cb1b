import { describe, expect, test } from 'vitest';
import { browser, openTab, reloaded, storage } from '../testing.ts';

const LONG = 'repeat 3000 { enable; set k1; set k2; disable }; disable';

test('a long run is completed in the background', () => {
  const tab = openTab();
  tab.app.editText(LONG);
  expect(tab.state().running).toBe(true);
  expect(tab.state().trace.isComplete).toBe(false);
  tab.page.wait(100);
  expect(tab.state().running).toBe(false);
  expect([tab.state().trace.isComplete, tab.state().trace.length]).toEqual([true, 12_001]);
});

test('an edit replaces a run that is under way, and the new run is completed', () => {
  const page = browser();
  // A clock that advances whenever it is read: a slice is a few reads long.
  let now = 0;
  const clock = { ...page.services.clock, now: () => (now += 3) };
  const tab = openTab({ ...page, services: { ...page.services, clock } });
  tab.app.editText(LONG);
  const first = tab.state().trace;
  expect(first.isComplete).toBe(false);
  tab.app.editText(`sleep; ${LONG}`);
  page.wait(1000);
  expect([tab.state().running, tab.state().trace.isComplete, tab.state().trace.length]).toEqual([false, true, 12_002]);
  expect(first.isComplete).toBe(false);
});

test('a program of usual length is run at once', () => {
  const tab = openTab();
  tab.app.editText('repeat 100 { enable; disable }');
  expect([tab.state().running, tab.state().trace.isComplete]).toEqual([false, true]);
});

test('a command that goes to the end of a run completes it first', () => {
  const tab = openTab();
  tab.app.editText(LONG);
  tab.app.perform('last');
  expect(tab.at()).toBe('12000');
  tab.app.editText(`sleep; ${LONG}`);
  tab.app.perform('first');
  tab.app.perform('next-finding');
  expect(tab.state().announcement?.text).toContain('Step 12002 of 12002');
});

test('the playhead follows typing beyond the part that has run when the run gets there', () => {
  const tab = openTab();
  tab.app.editText(`${LONG}\nenable`, LONG.length + 7);
  expect([tab.at(), tab.state().caret]).toEqual(['4', 12_002]);
  tab.page.wait(100);
  expect([tab.at(), tab.state().caret]).toEqual(['12001', 12_002]);
  tab.app.editText(`${LONG}\nenable; pause`, LONG.length + 14);
  tab.app.perform('first');
  tab.page.wait(100);
  expect(tab.at()).toBe('-1');
});

describe('a place far on in a long program', () => {
  const LINK = '#1/v6/arm64-7.0/N9000ED./15000';

  test('is found when the run gets there, and counts as the place of the arrival', () => {
    const tab = openTab(browser({ fragment: LINK }));
    expect([tab.at(), tab.state().caret, tab.state().trace.isPast(15_000)]).toEqual(['-1', 15_000, false]);
    tab.page.wait(1000);
    expect([tab.at(), tab.state().caret, tab.state().destination]).toEqual(['14999', 15_000, null]);
    expect(tab.state().arrival).toBe(tab.state().cursor);
    expect(tab.page.address()).toBe(LINK);
  });

  test('is the same in the end as the place that is found at once', () => {
    for (const row of [0, 1, 2000, 2001, 18_000]) {
      const tab = openTab(browser({ fragment: `#1/v6/arm64-7.0/N9000ED./${row}` }));
      tab.page.wait(1000);
      expect([tab.at(), tab.state().caret]).toEqual([`${row - 1}`, row]);
    }
  });

  test.each([
    ['forward', '0'],
    ['first', '-1'],
  ])('is forgotten when the person goes elsewhere meanwhile (%s)', (command, place) => {
    const tab = openTab(browser({ fragment: LINK }));
    tab.app.perform(command);
    tab.page.wait(1000);
    expect([tab.at(), tab.state().destination]).toEqual([place, null]);
  });

  test('is the place where a stored document was left, and arriving there saves nothing', () => {
    const local = storage();
    const saved = () => local.keys().map((key) => [key, local.get(key)]);
    const tab = openTab(browser({ local }));
    tab.app.editText('repeat 9000 { enable; disable }');
    tab.page.wait(1000);
    tab.app.perform('last');
    tab.page.wait(5000);
    const before = saved();
    expect(before).toHaveLength(2);
    const again = reloaded(tab);
    expect(again.at()).toBe('-1');
    again.page.wait(5000);
    expect(again.at()).toBe('17999');
    expect(saved()).toEqual(before);
  });
});
