import { describe, expect, test } from 'vitest';
import { scenarios } from '../content/scenarios/index.ts';
import { browser, openTab, reloaded, SIX, storage } from './testing.ts';

const opening = scenarios.get('six-calls');

const LINK = '#1/v6/arm64-7.0/EEPRDD/5';

describe('a fresh tab', () => {
  test("opens the commit message's six calls at the interesting row", () => {
    const tab = openTab();
    expect([tab.text(), tab.at(), tab.state().document.title]).toEqual([SIX, '4', opening.title]);
    expect(tab.notices()).toEqual([]);
    expect(tab.page.address()).toBe(LINK);
  });

  test('saves nothing as long as the person only looks', () => {
    const tab = openTab();
    tab.app.perform('back');
    tab.page.wait(5000);
    tab.page.hide();
    expect(tab.page.services.local?.keys()).toEqual([]);
    expect(tab.page.address()).toBe('#1/v6/arm64-7.0/EEPRDD/4');
  });

  test('introduces itself until that is put away, and to nobody who comes by a link or to own work', () => {
    const local = storage();
    const tab = openTab(browser({ local }));
    expect(tab.state().introduced).toBe(false);
    expect(openTab(browser({ local, fragment: LINK })).state().introduced).toBe(true);
    tab.app.dismissIntroduction();
    expect(openTab(browser({ local })).state().introduced).toBe(true);
    const worker = openTab();
    worker.app.editText('enable');
    worker.page.wait(1000);
    expect(reloaded(worker).state().introduced).toBe(true);
  });

  test('offers no scenario that is as it comes, whatever was tried on it', () => {
    const local = storage();
    const worker = openTab(browser({ local }));
    worker.app.changeSetup({ revision: 'v4' });
    worker.page.wait(1000);
    worker.app.openScenario('double-disable');
    expect(worker.notices()).toEqual([]);
    const tab = openTab(browser({ local }));
    expect(tab.notices()).toEqual([]);
    tab.app.editText('enable # mine');
    tab.page.wait(1000);
    tab.app.openScenario('double-disable');
    expect(tab.notices()).toEqual([`Your draft "${opening.title}" is saved.`]);
  });

  test('offers the work of another tab, and stops when that is declined', () => {
    const local = storage();
    const worker = openTab(browser({ local }));
    worker.app.editText('enable\nset k1');
    worker.page.wait(1000);
    const tab = openTab(browser({ local }));
    expect(tab.text()).toBe(SIX);
    expect(tab.notices()).toEqual([`Continue where you left off: ${opening.title}`]);
    tab.app.runNoticeAction('draft');
    expect([tab.text(), tab.notices()]).toEqual(['enable; set k1', []]);
    const other = openTab(browser({ local }));
    other.app.dismissNotice('draft');
    expect(openTab(browser({ local })).notices()).toEqual([]);
  });
});

describe('a reload', () => {
  test('brings back text, place and history', () => {
    const tab = openTab();
    tab.app.editText('enable # mine\nset k1\ndisable');
    tab.app.perform('first');
    tab.app.perform('into');
    tab.page.wait(1000);
    const again = reloaded(tab);
    expect([again.state().document.text, again.at()]).toEqual(['enable # mine\nset k1\ndisable', '0.0']);
    again.app.perform('undo');
    expect(again.text()).toBe(SIX);
    again.app.perform('redo');
    expect(again.text()).toBe('enable # mine; set k1; disable');
  });

  test('brings back a text that is wrong, with what is wrong', () => {
    const tab = openTab();
    tab.app.editText('enable\nenabel');
    tab.page.hide();
    const again = reloaded(tab);
    expect([again.state().document.text, again.state().document.problems.length]).toEqual(['enable\nenabel', 1]);
    expect(again.state().trace.length).toBe(6);
  });

  test('right after a key loses nothing: leaving the page saves', () => {
    const tab = openTab();
    tab.app.editText('sleep');
    tab.page.hide();
    expect(reloaded(tab).text()).toBe('sleep');
  });

  test('many times, with an edit each time, leaves one document', () => {
    let tab = openTab();
    for (let i = 0; i < 5; i++) {
      tab.app.perform('add-sleep');
      tab.page.hide();
      tab.app.close();
      tab = reloaded(tab);
    }
    const documents = tab.page.services.local?.keys().filter((key) => key.includes('/doc/'));
    expect(documents).toHaveLength(1);
    expect(tab.text().match(/sleep/g)).toHaveLength(5);
  });

  test('of a program too long for a link brings it back by the tab', () => {
    const tab = openTab();
    const long = Array.from({ length: 80 }, (_, i) => `note "${i}${'é'.repeat(400)}"`).join('\n');
    tab.app.editText(long);
    tab.page.wait(1000);
    expect(tab.page.address()).toBe('');
    expect(reloaded(tab).state().document.text).toBe(long);
  });

  test('keeps theme and letter keys', () => {
    const tab = openTab();
    tab.app.perform('theme');
    tab.app.perform('letter-keys');
    const again = reloaded(tab);
    expect([again.state().theme, again.state().letterKeys]).toEqual(['light', false]);
  });
});
