import { describe, expect, test } from 'vitest';
import { scenarios } from '../../content/scenarios/index.ts';
import { browser, openTab, SIX, storage } from '../testing.ts';

const opening = scenarios.get('six-calls');

const LINK = '#1/v6/arm64-7.0/EEPRDD/5';

describe('links in the address bar', () => {
  test('a link opens its program at its step', () => {
    const tab = openTab(browser({ fragment: '#1/v3/arm64-7.0/EPE/3/at-1' }));
    expect([tab.text(), tab.at(), tab.state().document.setup.revision]).toEqual(['enable; pause; enable', '2.1', 'v3']);
    expect(tab.page.address()).toBe('#1/v3/arm64-7.0/EPE/3/at-1');
  });

  test('a link to several architectures reports those that cannot be shown, at the start and later', () => {
    const link = '#1/v6/arm64-7.0_s390-7.0/ED/1';
    const said = expect.stringContaining('cannot be shown: s390 7.0 (');
    expect(openTab(browser({ fragment: link })).notices()).toEqual([said]);
    const tab = openTab();
    tab.page.visit(link);
    expect(tab.notices()).toEqual([said]);
    const other = openTab();
    expect([other.app.paste(`https://host.example/${link}`), other.notices()]).toEqual([true, [said]]);
  });

  test('the link follows every step without adding history entries', () => {
    const tab = openTab();
    for (let i = 0; i < 4; i++) {
      tab.app.perform('back');
      tab.page.wait(400);
    }
    expect([tab.page.address(), tab.page.entries.length]).toEqual(['#1/v6/arm64-7.0/EEPRDD/1', 1]);
  });

  test('opening a link saves the draft and offers to open it', () => {
    const local = storage();
    const worker = openTab(browser({ local }));
    worker.app.editText('enable # mine');
    worker.page.wait(1000);
    const tab = openTab(browser({ local, fragment: '#1/v6/arm64-7.0/PR/1' }));
    expect([tab.text(), tab.notices()]).toEqual(['pause; resume', [`Your draft "${opening.title}" is saved.`]]);
    tab.app.perform('add-sleep');
    tab.page.wait(1000);
    // Who goes on with the link's program is not held up by the notice; the list of documents has the draft.
    expect(tab.notices()).toEqual([]);
    tab.app.documents.refresh();
    const mine = tab.state().documents.find(({ title }) => title === opening.title);
    tab.app.documents.open(mine?.id ?? '');
    expect(tab.state().document.text).toBe('enable # mine');
  });

  test('a link typed into the address bar keeps the draft, and Back restores it with its history', () => {
    const tab = openTab();
    tab.app.editText('enable # mine');
    tab.page.wait(1000);
    tab.page.visit('#1/v6/arm64-7.0/PR/1');
    expect([tab.text(), tab.notices()]).toEqual(['pause; resume', [`Your draft "${opening.title}" is saved.`]]);
    tab.page.go(-1);
    expect([tab.state().document.text, tab.notices()]).toEqual(['enable # mine', []]);
    tab.app.perform('undo');
    expect(tab.text()).toBe(SIX);
    tab.page.go(1);
    expect(tab.text()).toBe('pause; resume');
  });

  test('Back works through saved documents if a program is too long for a link', () => {
    const long = (name: string) =>
      Array.from({ length: 80 }, (_, i) => `note "${name} ${i}${'é'.repeat(400)}"`).join('\n');
    const tab = openTab();
    tab.app.editText(long('first'));
    tab.page.wait(1000);
    tab.app.perform('new-program');
    tab.app.editText(long('second'));
    tab.page.wait(1000);
    expect(tab.page.entries.map(({ fragment }) => fragment)).toEqual(['', '']);
    tab.page.go(-1);
    expect([tab.state().document.text, tab.page.entries.length]).toEqual([long('first'), 2]);
    tab.page.go(1);
    expect(tab.state().document.text).toBe(long('second'));
  });

  test('of many addresses that another page sets in one go, the first and the last are opened', () => {
    const tab = openTab();
    tab.app.editText('enable # mine');
    const opened: string[] = [];
    tab.app.store.subscribe((state, before) => {
      if (state.documentGeneration !== before.documentGeneration) opened.push(tab.text());
    });
    const links = Array.from({ length: 500 }, (_, i) => `#1/v6/arm64-7.0/${'P'.repeat(1 + (i % 2))}/1`);
    tab.page.visit(...links, '#1/v6/arm64-7.0/PR/1');
    expect(opened).toEqual(['pause', 'pause; resume']);
    tab.page.wait(1000);
    expect(tab.page.address()).toBe('#1/v6/arm64-7.0/PR/1');
    tab.page.go(-1);
    expect(tab.page.address()).toBe(links.at(-1));
  });

  test('an address that was set is not overwritten by the one that was to be written, not even when the page is left', () => {
    const tab = openTab();
    tab.page.visit('#1/v6/arm64-7.0/E/1');
    tab.app.perform('back');
    const { onChange } = tab.page.services.address;
    const end = onChange(() => {
      tab.page.hide();
    });
    tab.page.visit('#1/v6/arm64-7.0/EE/1', '#1/v6/arm64-7.0/EEE/2');
    end();
    tab.page.wait(1000);
    expect([tab.text(), tab.page.address()]).toEqual(['enable; enable; enable', '#1/v6/arm64-7.0/EEE/2']);
  });

  test.each([
    ['#1/v6/arm64-7.0/EyD/1', '1:18: no event begins with "y"'],
    ['#7/something', 'from a newer release'],
    ['#1/v99/arm64-7.0/ED/1', 'unknown revision "v99"'],
    ['#1/v6/arm64-6.19/ED/1', 'cannot run on kernel 6.19'],
    ['#<img src=x onerror=alert(1)>', 'this is not a link to a program'],
  ])('the broken link %s is reported with its text, and the document does not change', (fragment, said) => {
    const fresh = openTab(browser({ fragment }));
    expect(fresh.state().notices).toMatchObject([{ id: 'link', severity: 'error', original: fragment }]);
    expect(fresh.notices()[0]).toContain(said);
    expect([fresh.text(), fresh.page.address()]).toEqual([SIX, LINK]);

    const tab = openTab();
    tab.app.editText('enable # mine');
    tab.page.visit(fragment);
    expect(tab.notices()[0]).toContain(said);
    expect([tab.state().document.text, tab.page.address()]).toEqual(['enable # mine', '#1/v6/arm64-7.0/E/1']);
  });
});
