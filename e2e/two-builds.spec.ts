/** Two builds on one profile, with both open: the build under test, and one that knows one revision more. */
import { rmSync } from 'node:fs';
import { type App, test as base, expect } from './fixture.ts';
import { type Builds, builds, FOLDER, type Site, startSite } from './site.ts';

const test = base.extend<{ site: Site }, { published: Builds }>({
  published: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are wanted
    async ({}, use) => {
      const published = builds('e2e/extra-revision.config.ts');
      await use(published);
      rmSync(published.second, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: async ({ published }, use) => {
    const site = await startSite(published.first, published.second);
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

const NEWER_REVISION = 'of a later release';
const dialog = (app: App) => app.page.getByRole('dialog', { name: 'Documents' });
const lines = (app: App, list: string) => dialog(app).getByRole('list', { name: list }).getByRole('listitem');
const readable = (app: App) => lines(app, 'Other documents');
const unreadable = (app: App) => lines(app, 'Documents that cannot be read');

const openNewer = async (app: App) => {
  await app.page.goto(FOLDER);
  return app.of(app.page);
};
const showDocuments = async (app: App) => {
  await app.page.bringToFront();
  await app.button('Documents').click();
  await expect(dialog(app)).toContainText(/documents? saved/);
};
const hideDocuments = async (app: App) => {
  await app.page.keyboard.press('Escape');
  await expect(dialog(app)).toHaveCount(0);
};
/** Waits until the open document is saved. */
const save = async (app: App) => {
  await showDocuments(app);
  await expect(dialog(app)).toContainText(' · saved');
  await hideDocuments(app);
};
const write = async (app: App, text: string) => {
  await app.page.bringToFront();
  await app.button('New').click();
  await app.typeProgram(text);
};
/** What is stored of the documents in whose bytes the revision is found. */
const storedWith = (app: App, revision: string) =>
  app.page.evaluate((id) => {
    const all = Object.entries(localStorage);
    const ids = all.flatMap(([key, bytes]) =>
      bytes.includes(`"revision":"${id}"`) ? [/\/bytes\/([^/]+)\//.exec(key)?.[1]] : [],
    );
    return all.filter(([key]) => ids.some((one) => one !== undefined && key.includes(`/${one}`))).sort();
  }, revision);

test('T3: a document of the newer build stays whole beside an older tab that lists, meets and cannot open it', async ({
  app: older,
}) => {
  const newer = await openNewer(await older.anotherTab());
  await write(newer, 'enable; sleep');
  await newer.pick('Revision', NEWER_REVISION);
  await save(newer);
  const before = await storedWith(newer, 'v99');
  expect(before).not.toEqual([]);

  // The older tab lists it, works on its own, and opens the address of the document.
  await older.page.bringToFront();
  await older.open();
  await write(older, 'pause; resume');
  await save(older);
  await showDocuments(older);
  await expect(unreadable(older)).toHaveCount(1);
  await expect(unreadable(older)).toContainText('enable; sleep');
  await expect(unreadable(older)).toContainText(/Made by a newer version, saved .*: there is no revision "v99"/);
  await hideDocuments(older);
  await older.page.goto(`/${new URL(newer.page.url()).hash}`);
  await expect(older.notices).toContainText('v99');
  await older.reload();
  expect(await storedWith(older, 'v99')).toEqual(before);

  // The newer tab goes on, is loaded again, and has both.
  await newer.page.bringToFront();
  await newer.editor.press('ControlOrMeta+End');
  await newer.page.keyboard.type('; exit');
  await newer.page.reload();
  await newer.of(newer.page);
  expect(await newer.program()).toBe('enable; sleep; exit');
  await expect(newer.picker('Revision')).toContainText(NEWER_REVISION);
  await showDocuments(newer);
  await expect(unreadable(newer)).toHaveCount(0);
  await newer.button('Open pause; resume').click();
  await expect.poll(newer.program).toBe('pause; resume');
  await showDocuments(newer);
  await newer.button('Open enable; sleep; exit').click();
  await expect.poll(newer.program).toBe('enable; sleep; exit');
  await expect(newer.picker('Revision')).toContainText(NEWER_REVISION);
});

test('T3: a document of the older build that the newer one continues stays as it is in the older tab', async ({
  app: older,
}) => {
  await older.open();
  await write(older, 'enable; disable');
  await save(older);

  const newer = await openNewer(await older.anotherTab());
  await showDocuments(newer);
  await newer.button('Open enable; disable').click();
  await expect.poll(newer.program).toBe('enable; disable');
  await newer.pick('Revision', NEWER_REVISION);
  await newer.editor.press('ControlOrMeta+End');
  await newer.page.keyboard.type('; sleep');
  await save(newer);
  const before = await storedWith(newer, 'v99');

  await older.page.bringToFront();
  await older.editor.press('ControlOrMeta+End');
  await older.page.keyboard.type('; exit');
  await older.reload();
  expect(await older.program()).toBe('enable; disable; exit');
  await expect(older.button('Undo')).toHaveAccessibleDescription('typing');
  await showDocuments(older);
  await expect(unreadable(older)).toContainText(['enable; disable; sleep']);
  expect(await storedWith(older, 'v99')).toEqual(before);
  await older.page.close();

  await newer.page.bringToFront();
  await newer.page.reload();
  await newer.of(newer.page);
  expect(await newer.program()).toBe('enable; disable; sleep');
  await showDocuments(newer);
  await expect(unreadable(newer)).toHaveCount(0);
  await expect(readable(newer)).toContainText(['enable; disable; exit']);
});
