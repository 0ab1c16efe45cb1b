import { describe, expect, test, vi } from 'vitest';
import { startApp } from './app.ts';
import { browser, LOCAL, openTab, reloaded, SIX, storage } from './testing.ts';

const LINK = '#1/v6/arm64-7.0/EEPRDD/5';

describe('what a person does', () => {
  test('a key that is a command is taken, another is left to the page', () => {
    const { app } = openTab();
    const key = { ctrl: false, alt: false, shift: false, focus: 'page' } as const;
    expect(app.pressKey({ ...key, key: 'ArrowLeft' })).toBe(true);
    expect(app.pressKey({ ...key, key: 'q' })).toBe(false);
    expect(app.pressKey({ ...key, key: 'Escape' })).toBe(false);
    expect(app.store.getState().cursor.slot).toBe(3);
  });

  test('a command that cannot be done says why', () => {
    const tab = openTab();
    tab.app.perform('redo');
    expect(tab.state().announcement?.text).toBe('Nothing to redo');
  });

  test('going to a step and placing the caret keep the two together', () => {
    const tab = openTab();
    tab.app.goTo(1);
    expect([tab.at(), tab.state().caret]).toEqual(['1', 2]);
    expect(tab.state().announcement?.text).toContain('Step 2 of 6');
    tab.app.goTo(1, 0);
    expect(tab.at()).toBe('1.0');
    tab.app.goTo(99);
    expect(tab.at()).toBe('5');
    tab.app.placeCaret(3);
    expect([tab.at(), tab.state().caret]).toEqual(['2', 3]);
    tab.app.placeCaret(0);
    expect([tab.at(), tab.state().caret]).toEqual(['-1', 0]);
  });

  test('a row that did not happen has the caret, and the step stays', () => {
    const tab = openTab(browser({ fragment: '#1/v3-07/arm64-7.0/DED/1' }));
    tab.app.placeCaret(3);
    expect([tab.at(), tab.state().caret]).toEqual(['0', 3]);
  });

  test('copying says what was copied', async () => {
    const tab = openTab();
    tab.app.perform('copy-link');
    await vi.waitFor(() => expect(tab.state().announcement?.text).toBe('Copied the link'));
    expect(tab.page.clipboard).toEqual([`https://host.example/${LINK}`]);
  });

  test('copying a link on a local page says that it works on this machine only', async () => {
    const page = browser();
    const tab = openTab({ ...page, services: { ...page.services, address: { ...page.services.address, ...LOCAL } } });
    tab.app.perform('copy-link');
    const said = 'Copied the link; it works on this machine only';
    await vi.waitFor(() => expect(tab.state().announcement?.text).toBe(said));
  });

  test('a clipboard that refuses leaves the text to be copied by hand', async () => {
    const page = browser();
    const denied = () => Promise.reject(new Error('denied'));
    const refusing = { ...page.services, clipboard: { write: denied, read: denied } };
    const app = startApp(refusing);
    app.perform('copy-link');
    const copied = { id: 'copy', severity: 'error', original: `https://host.example/${LINK}` };
    await vi.waitFor(() => expect(app.store.getState().notices).toMatchObject([copied]));
    app.perform('paste-rows');
    const pasted = {
      id: 'paste',
      severity: 'error',
      text: expect.stringContaining('Could not read the clipboard: denied. Allow access'),
    };
    await vi.waitFor(() => expect(app.store.getState().notices).toMatchObject([copied, pasted]));
  });

  test('the clipboard is pasted behind the caret, in one undo step', async () => {
    const tab = openTab();
    tab.app.placeCaret(6);
    tab.app.perform('paste-rows');
    await vi.waitFor(() => expect(tab.state().announcement?.text).toBe('The clipboard has no text'));
    await tab.page.services.clipboard.write('sleep; exit');
    tab.app.perform('paste-rows');
    await vi.waitFor(() => expect(tab.text()).toBe(`${SIX}; sleep; exit`));
    tab.app.perform('undo');
    expect(tab.text()).toBe(SIX);
  });

  test('ordinary text that is pasted is left to the editor', () => {
    const tab = openTab();
    expect([tab.app.paste('set k1'), tab.text()]).toEqual([false, SIX]);
    expect([tab.app.paste('1  lazy_mmu_mode_enable()\n2  lazy_mmu_mode_disable()'), tab.text()]).toEqual([
      true,
      'enable; disable',
    ]);
  });

  test('a closed application lets go of the page', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.app.close();
    expect(tab.page.address()).toBe('#1/v6/arm64-7.0/E/1');
    tab.page.visit('#1/v6/arm64-7.0/PR/1');
    expect(tab.text()).toBe('enable');
    expect(reloaded(tab).text()).toBe('pause; resume');
  });
});

test('a reload that drops the last change of the address begins where the tab was', () => {
  const shared = { local: storage(), tab: storage() };
  const before = openTab(browser(shared));
  before.app.editText('enable; sle');
  before.page.hide();
  const after = browser(shared);
  const { services } = after;
  const again = openTab({
    ...after,
    services: { ...services, address: { ...services.address, reloaded: () => true } },
  });
  expect(again.text()).toBe('enable; sle');
});

test('a document that another tab went on with is put back by the page that has it open', () => {
  const local = storage();
  const first = openTab(browser({ local }));
  first.app.editText('enable; pause');
  first.page.wait(1000);
  const second = openTab(browser({ local }));
  const offer = second.state().notices.find(({ action }) => action);
  second.app.runNoticeAction(offer?.id ?? '');
  second.app.editText('enable; pause; sle');
  second.page.hide();
  first.page.hide();
  const tag = first.page.services.address.tag();
  const third = browser({ local, fragment: first.page.address() });
  const anew = openTab({
    ...third,
    services: { ...third.services, address: { ...third.services.address, tag: () => tag } },
  });
  expect(anew.text()).toBe('enable; pause');
});

describe('a newer version of the page', () => {
  const NEWER = 'A new version of this page is available.';

  test('is offered, and used when all work is saved', () => {
    const tab = openTab();
    tab.page.offerNewer();
    tab.page.offerNewer();
    expect(tab.notices()).toEqual([NEWER]);
    tab.app.editText('enable; disable');
    tab.app.runNoticeAction('newer');
    expect(tab.page.loads).toHaveLength(1);
    expect(reloaded(tab).text()).toBe('enable; disable');
  });

  test('that was put away is no draft that was declined', () => {
    const local = storage();
    const first = openTab(browser({ local }));
    first.app.editText('enable; disable');
    first.page.hide();
    first.page.offerNewer();
    first.app.dismissNotice('newer');
    expect(first.notices()).toEqual([]);
    expect(openTab(browser({ local })).notices()).toEqual([expect.stringContaining('Continue where you left off')]);
  });

  test('is not loaded over work that the browser does not keep, unless the person says so again', () => {
    const tab = openTab(browser({ local: null }));
    tab.page.offerNewer();
    tab.app.editText('enable; disable');
    tab.app.runNoticeAction('newer');
    expect(tab.page.loads).toEqual([]);
    expect(tab.notices()).toContainEqual(expect.stringContaining('keeps only what is in the address'));
    tab.app.runNoticeAction('newer');
    expect(tab.page.loads).toHaveLength(1);
  });
});
