import { describe, expect, test } from 'vitest';
import { browser, openTab, reloaded, SIX, storage } from '../testing.ts';
import { openFile } from './open-file.ts';

type Tab = ReturnType<typeof openTab>;

/** The list as it is shown, once other tabs were asked. */
async function listed({ app, state }: Tab) {
  app.documents.refresh();
  await Promise.resolve();
  await Promise.resolve();
  return state().documents.map(
    ({ title, here, elsewhere, kept }) =>
      `${title}${here ? ', here' : ''}${elsewhere ? ', elsewhere' : ''}${kept ? '' : ', not kept'}`,
  );
}
const idOf = ({ state }: Tab, title: string) => state().documents.find((one) => one.title === title)?.id ?? 'none';

const fileOf = (name: string, text: string) => ({ name, size: text.length, text: async () => text });

/** A tab with a program that is called `first` and one, at hand, that is called `second`. */
function withTwo(page = browser()): Tab {
  const tab = openTab(page);
  tab.app.editText('enable');
  tab.app.documents.rename(null, 'first');
  tab.app.perform('new-program');
  tab.app.editText('pause');
  tab.app.documents.rename(null, ' second ');
  return tab;
}

describe('saved documents', () => {
  test('documents are listed newest first, and opening one saves the current one', async () => {
    const tab = withTwo();
    expect(await listed(tab)).toEqual(['second, here', 'first']);
    tab.app.editText('pause\nresume');
    tab.app.documents.open(idOf(tab, 'first'));
    expect([tab.text(), tab.state().document.title]).toEqual(['enable', 'first']);
    tab.app.documents.open(idOf(tab, 'second'));
    expect(tab.text()).toBe('pause; resume');
    tab.app.perform('undo');
    expect(tab.text()).toBe('pause');
  });

  test('the palette opens a document by its name', async () => {
    const tab = withTwo();
    await listed(tab);
    tab.app.perform('open-document', { choice: idOf(tab, 'first') });
    expect(tab.text()).toBe('enable');
    tab.app.perform('open-document', { choice: 'none' });
    expect(tab.state().announcement?.text).toBe('Choose a saved document');
  });

  test('opening examples and links neither adds nor removes documents', async () => {
    const tab = withTwo();
    tab.app.openScenario('kasan-depopulate');
    tab.page.visit('#1/v6/arm64-7.0/EEPRDD/5');
    expect(tab.text()).toBe(SIX);
    expect(await listed(tab)).toEqual(['second', 'first']);
  });

  test('renaming the current document can be undone; another one is renamed in storage', async () => {
    const tab = withTwo();
    await listed(tab);
    expect(tab.state().past.at(-1)?.name).toBe('rename to "second"');
    tab.app.documents.rename(idOf(tab, 'first'), 'other');
    expect(await listed(tab)).toEqual(['other', 'second, here']);
    tab.app.perform('undo');
    expect(await listed(tab)).toEqual(['pause, here', 'other']);
    tab.app.documents.open(idOf(tab, 'other'));
    expect(tab.text()).toBe('enable');
    expect(reloaded(tab).state().document.title).toBe('other');
  });

  test('documents can be duplicated, deleted and restored', async () => {
    const tab = withTwo();
    await listed(tab);
    tab.app.documents.duplicate(idOf(tab, 'second'));
    expect(await listed(tab)).toEqual(['second (copy)', 'second, here', 'first']);
    tab.app.documents.remove(idOf(tab, 'first'));
    expect(await listed(tab)).toEqual(['second (copy)', 'second, here']);
    expect(tab.notices()).toContain('Deleted "first".');
    tab.app.runNoticeAction(tab.state().notices.find(({ action }) => action?.kind === 'bring-back')?.id ?? '');
    expect(await listed(tab)).toEqual(['second (copy)', 'second, here', 'first']);
    tab.app.documents.open(idOf(tab, 'first'));
    tab.app.perform('undo');
    expect(tab.state().document.title).not.toBe('first');
  });

  test('a document that is open in this or another tab cannot be deleted', async () => {
    const local = storage();
    const tab = withTwo(browser({ local }));
    await listed(tab);
    tab.app.documents.remove(idOf(tab, 'second'));
    expect(tab.notices()).toContain('Could not delete "second": it is open.');
    const other = openTab(browser({ local }));
    expect(await listed(other)).toEqual(['second, elsewhere', 'first']);
    other.app.documents.remove(idOf(other, 'second'));
    expect(other.notices()).toContain('Could not delete "second": it is open in another tab.');
    other.app.documents.rename(idOf(other, 'second'), 'mine');
    expect(await listed(other)).toEqual(['second, elsewhere', 'first']);
    // What is opened twice is two from the first change on.
    other.app.documents.open(idOf(other, 'second'));
    other.app.editText('exit');
    tab.app.editText('sleep');
    for (const { page } of [tab, other]) page.hide();
    expect([reloaded(tab).text(), reloaded(other).text()]).toEqual(['sleep', 'exit']);
  });

  test('a document that cannot be saved stays in the list and is marked', async () => {
    const kept = storage();
    const set = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    const tab = withTwo(browser({ local: { ...kept, set } }));
    expect(await listed(tab)).toEqual(['second, here, not kept', 'first, not kept']);
    tab.app.documents.open(idOf(tab, 'first'));
    expect(tab.text()).toBe('enable');
    tab.app.documents.open(idOf(tab, 'second'));
    expect(tab.text()).toBe('pause');
  });

  test('an unreadable document is reported when it is opened, copied or renamed, and stays as it is', async () => {
    const local = storage();
    const tab = withTwo(browser({ local }));
    await listed(tab);
    const id = idOf(tab, 'first');
    const [key = ''] = local.keys().filter((one) => one.includes(`/bytes/${id}/`));
    local.set(key, 'torn');
    const before = new Map(local.values);
    for (const act of [
      () => tab.app.documents.open(id),
      () => tab.app.documents.duplicate(id),
      () => tab.app.documents.rename(id, 'other'),
    ]) {
      tab.app.dismissNotice('damaged');
      act();
      expect(tab.notices()).toEqual([
        'Could not open "first": it is damaged: its data has changed since it was saved. The original stays as it is.',
      ]);
      expect(local.values).toEqual(before);
    }
    tab.app.runNoticeAction('damaged');
    const [file] = tab.page.downloads;
    expect([file?.name, JSON.parse(file?.text ?? '')[key]]).toEqual(['first.lazymmu.json', 'torn']);
    // A browser that has repaired bytes reads it again.
    tab.app.documents.remove(id);
    tab.app.documents.restore(id);
    expect(local.values).toEqual(before);
  });

  test('a partly readable document is not renamed, and edits go to a copy', async () => {
    const local = storage();
    const tab = withTwo(browser({ local }));
    await listed(tab);
    const id = idOf(tab, 'first');
    const pointer = local.get(`lazymmu/1/doc/${id}`) ?? '';
    local.set(`lazymmu/1/doc/${id}`, pointer.replace('{', '{"tags":[],'));
    const before = new Map([...local.values].filter(([key]) => key.includes(`/${id}`)));
    tab.app.documents.rename(id, 'other');
    expect(tab.notices()).toContain('Could not rename "first": this version cannot read all of it.');
    tab.app.documents.open(id);
    tab.app.editText('enable; sleep');
    tab.page.wait(1000);
    for (const [key, value] of before) expect(local.get(key)).toBe(value);
    expect(await listed(tab)).toEqual(['first, here', 'second', 'first']);
  });

  test('T8: an opened file adds its document, opens a text, or changes nothing and says why', async () => {
    const tab = withTwo();
    await listed(tab);
    tab.app.documents.exportFile(idOf(tab, 'first'));
    const other = openTab();
    await openFile(other.app.documents, fileOf('first', tab.page.downloads[0]?.text ?? ''));
    expect(await listed(other)).toEqual(['first']);
    await openFile(other.app.documents, fileOf('program.txt', 'enable # why\r\n\r\ndisable\n'));
    const written = 'enable # why\n\ndisable\n';
    expect(other.app.store.getState().document.text).toBe(written);
    for (const [text, reason] of [
      ['enabel', 'enabel'],
      ['{"other/1/doc/a":"x"}', 'it is not a document of this page'],
      ['{}', 'it has 0 documents, a file has one'],
      ['{"a":1}', 'found "{" instead of an event'],
      ['{"lazymmu/1/doc/a":"x","lazymmu/1/doc/b":"y"}', 'it has 2 documents, a file has one'],
    ] as const) {
      await openFile(other.app.documents, fileOf('file', text));
      expect(other.notices().at(-1)).toContain('Could not open file');
      expect(other.notices().at(-1)).toContain(reason);
      expect(other.app.store.getState().document.text).toBe(written);
    }
    // Its bytes are not even asked for.
    await openFile(other.app.documents, { ...fileOf('file', ''), size: 32_000_001, text: () => Promise.reject() });
    expect(other.notices().at(-1)).toContain('it has 32000001 bytes, at most 32000000 are read');
    const gone = () => Promise.reject(new Error('The file could not be found.'));
    await openFile(other.app.documents, { ...fileOf('file', ''), text: gone });
    expect(other.notices().at(-1)).toContain('The file could not be found');
  });
});
