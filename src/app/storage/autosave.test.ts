import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forAll } from '../../notation/arbitrary.ts';
import { browser, openTab, reloaded, SIX, storage } from '../testing.ts';
import { openFile } from './open-file.ts';

describe('two tabs', () => {
  test('two tabs with different documents do not affect each other', () => {
    const local = storage();
    const a = openTab(browser({ local }));
    const b = openTab(browser({ local }));
    a.app.editText('enable');
    b.app.editText('pause');
    a.page.wait(1000);
    b.page.wait(1000);
    expect([reloaded(a).text(), reloaded(b).text()]).toEqual(['enable', 'pause']);
  });

  test('a tab and its duplicate both keep their later edits', () => {
    const local = storage();
    const tab = storage();
    const a = openTab(browser({ local, tab }));
    a.app.editText('enable');
    a.page.wait(1000);
    // A browser copies address and session storage into the new tab.
    const b = openTab(browser({ local, tab: storage(new Map(tab.values)), fragment: a.page.address() }));
    expect(b.text()).toBe('enable');
    a.app.editText('enable # of a');
    b.app.editText('enable # of b');
    for (const { page } of [a, b]) page.wait(1000);
    expect([reloaded(a).state().document.text, reloaded(b).state().document.text]).toEqual([
      'enable # of a',
      'enable # of b',
    ]);
  });

  test('a tab that is reloaded after edits in its duplicate still has its document', () => {
    const local = storage();
    const tab = storage();
    const a = openTab(browser({ local, tab }));
    a.app.editText('enable # mine');
    a.page.wait(1000);
    const b = openTab(browser({ local, tab: storage(new Map(tab.values)), fragment: a.page.address() }));
    b.app.perform('add-sleep');
    b.page.wait(1000);
    expect(reloaded(a).text()).toContain('enable');
  });
});

describe('opening another document', () => {
  test('an opened scenario adds a history entry, and Back returns to the previous document', () => {
    const tab = openTab();
    tab.app.openScenario('kasan-depopulate');
    expect(tab.page.entries.map(({ fragment }) => fragment)).toHaveLength(2);
    expect(tab.notices()).toEqual([]);
    tab.page.go(-1);
    expect(tab.text()).toBe(SIX);
  });

  test('a new program saves the draft and offers to open it', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.app.perform('new-program');
    expect(tab.text()).toBe('');
    tab.app.runNoticeAction('draft');
    expect(tab.text()).toBe('enable');
    tab.app.perform('undo');
    expect(tab.text()).toBe(SIX);
  });
});

describe('storage', () => {
  test('T27: missing storage is reported once, at the start, with a download of what is open, and editing continues', async () => {
    const tab = openTab(browser({ local: null, tab: null }));
    const told = [
      'This browser does not save your work: no storage is available to this page. Download it before you close this tab.',
    ];
    expect(tab.notices()).toEqual(told);
    tab.app.editText('enable');
    tab.page.wait(1000);
    expect(tab.notices()).toEqual(told);
    tab.app.runNoticeAction('storage');
    expect(tab.page.downloads).toMatchObject([
      { name: expect.stringMatching(/lazymmu.json$/), text: expect.stringContaining('enable') },
    ]);
    const other = openTab();
    const text = tab.page.downloads[0]?.text ?? '';
    await openFile(other.app.documents, { name: 'file', size: text.length, text: async () => text });
    other.app.documents.open(other.state().documents[0]?.id ?? '');
    expect(other.text()).toBe('enable');
    tab.app.dismissNotice('storage');
    tab.app.perform('add-pause');
    tab.page.wait(1000);
    expect(tab.notices()).toEqual([]);
    tab.app.perform('new-program');
    tab.app.runNoticeAction('draft');
    expect(tab.text()).toBe('enable; pause');
  });

  test('full storage is reported, and the notice disappears once saving works again', () => {
    const kept = storage();
    let full = true;
    const set = (key: string, value: string) => {
      if (full) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      kept.set(key, value);
    };
    const tab = openTab(browser({ local: { ...kept, set } }));
    tab.app.editText('enable');
    tab.page.wait(1000);
    expect(tab.notices()).toEqual([
      'This browser does not save your work: The quota has been exceeded. Download it before you close this tab.',
    ]);
    full = false;
    tab.app.perform('add-pause');
    tab.page.wait(1000);
    expect(tab.notices()).toEqual([]);
    full = true;
    tab.app.perform('add-resume');
    tab.page.wait(1000);
    expect(tab.notices()).toEqual([
      'Could not save your work in this browser: The quota has been exceeded. Download it before you close this tab.',
    ]);
    // The address has it.
    expect(reloaded(tab).text()).toBe('enable; pause; resume');
  });

  test('T1: a failure of any storage call neither stops the page nor loses an edit', () => {
    for (let n = 1; n < 60; n++) {
      const local = storage(new Map(), (call) => call === n);
      const tab = openTab(browser({ local, tab: storage(new Map(), (call) => call === n) }));
      tab.app.editText('enable');
      tab.page.wait(1000);
      tab.app.perform('add-pause');
      tab.page.hide();
      tab.app.openScenario('kasan-depopulate');
      tab.app.runNoticeAction('draft');
      // Where just this call is refused, the notice stays and offers to try again.
      tab.app.runNoticeAction('draft');
      expect([n, tab.text()]).toEqual([n, 'enable; pause']);
      tab.page.hide();
      const again = reloaded(tab);
      expect(again.text()).toBe('enable; pause');
    }
  });

  test('T27: storage cleared between two sessions is reported, and the address still has the program', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.page.hide();
    for (const key of tab.page.services.local?.keys() ?? []) tab.page.services.local?.remove(key);
    const again = reloaded(tab);
    expect(again.text()).toBe('enable');
    expect(again.notices()).toEqual([expect.stringContaining('no longer in this browser')]);
    again.app.editText('enable; disable');
    again.page.hide();
    expect(reloaded(again).notices()).toEqual([]);
  });

  test('T27: storage that is cleared under an open page gets the document again', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.page.hide();
    for (const key of tab.page.services.local?.keys() ?? []) tab.page.services.local?.remove(key);
    tab.page.hide();
    const again = reloaded(tab);
    expect([again.text(), again.notices()]).toEqual(['enable', []]);
    again.app.perform('undo');
    expect(again.text()).toBe(SIX);
  });

  test('T2: a document that another tab deletes while it is open here is stored again at once, with its last edit', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.page.wait(1000);
    tab.app.editText('enable; sleep');
    tab.page.wait(1000);
    const { local } = tab.page.services;
    for (const key of local?.keys() ?? []) local?.remove(key);
    tab.page.changeStorage();
    // As after a kill: the page has no chance to save when it is left.
    expect((local?.keys() ?? []).map((key) => local?.get(key)).join()).toContain('enable; sleep');
    expect(reloaded(tab).text()).toBe('enable; sleep');
  });

  test('T27: the browser is asked once to keep what is stored, when there is own work to lose', () => {
    const tab = openTab();
    tab.app.changeSetup({ revision: 'v4' });
    tab.page.wait(1000);
    expect(tab.page.persistRequests).toEqual([]);
    for (const text of ['enable', 'enable; disable']) {
      tab.app.editText(text);
      tab.page.wait(1000);
      expect(tab.page.persistRequests).toHaveLength(1);
    }
  });

  test('a damaged document to which Back returns is reported with its cause', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.app.openScenario('kasan-depopulate');
    const local = tab.page.services.local;
    const key = local?.keys().find((one) => one.includes('/bytes/')) ?? '';
    local?.set(key, 'torn');
    tab.page.go(-1);
    expect(tab.text()).toBe('enable');
    expect(tab.notices()).toContainEqual(expect.stringContaining('its data has changed since it was saved'));
    expect(local?.get(key)).toBe('torn');
  });

  test('a damaged document is reported, and the page still opens', () => {
    const tab = openTab();
    tab.app.editText('enable');
    tab.page.wait(1000);
    const local = tab.page.services.local;
    const key = local?.keys().find((one) => one.includes('/bytes/')) ?? '';
    local?.set(key, 'torn');
    const again = reloaded(tab);
    expect(again.text()).toBe('enable');
    expect(again.state().notices).toMatchObject([
      { id: 'damaged', text: expect.stringContaining('its data has changed since it was saved') },
    ]);
  });
});

test('no interleaving of tabs that edit, hide, reload, duplicate and close loses an edit', () => {
  const act = fc.record({
    tab: fc.nat(2),
    what: fc.constantFrom('type', 'type', 'type', 'wait', 'hide', 'reload', 'copy', 'close', 'open', 'undo'),
  });
  forAll(fc.array(act, { maxLength: 30 }), (acts) => {
    const local = storage();
    const sessions = [storage(), storage(), storage()];
    const tabs = sessions.map((tab) => openTab(browser({ local, tab })));
    const typed = new Set<string>();
    acts.forEach(({ tab: n, what }, i) => {
      const tab = tabs[n] as (typeof tabs)[number];
      const leave = () => {
        tab.page.hide();
        tab.app.close();
      };
      if (what === 'type') {
        const word = `edit${i}`;
        tab.app.editText(`${tab.state().document.text}\n# ${word}`);
        typed.add(word);
      } else if (what === 'wait') tab.page.wait(1000);
      else if (what === 'hide') tab.page.hide();
      else if (what === 'undo') tab.app.perform('undo');
      else if (what === 'open') tab.app.openScenario('kasan-depopulate');
      else if (what === 'reload') {
        leave();
        tabs[n] = reloaded(tab);
      } else if (what === 'copy') {
        const from = (n + 1) % 3;
        leave();
        const session = storage(new Map(sessions[from]?.values));
        sessions[n] = session;
        tabs[n] = openTab(browser({ local, tab: session, fragment: tabs[from]?.page.address() ?? '' }));
      } else {
        leave();
        tabs[n] = openTab(browser({ local }));
      }
    });
    for (const { page } of tabs) page.hide();
    const kept = [...local.values.values()].join();
    // What was taken back and typed over is gone by wish; nothing else is.
    const undone = acts.some(({ what }) => what === 'undo');
    if (!undone) for (const word of typed) expect(kept).toMatch(new RegExp(`# ${word}\\b`));
    // A copy without edits of its own comes back as what its original has become.
    if (acts.some(({ what }) => what === 'copy')) return;
    for (const tab of tabs) expect(reloaded(tab).state().document.text).toBe(tab.state().document.text);
  });
});
