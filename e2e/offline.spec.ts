/** The page without its server: kept by the service worker, and brought to a newer version whole or not at all. */
import { rmSync } from 'node:fs';
import { type App, test as base, expect } from './fixture.ts';
import { type Builds, builds, FOLDER, type Site, startSite } from './site.ts';

const test = base.extend<{ site: Site }, { published: Builds }>({
  published: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are wanted
    async ({}, use) => {
      const published = builds();
      await use(published);
      rmSync(published.second, { recursive: true });
    },
    { scope: 'worker' },
  ],
  site: async ({ published }, use) => {
    const site = await startSite(published.first);
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.address),
});
test.use({ serviceWorkers: 'allow' });

const OWN = 'enable; set k1; pause; resume; disable';

/** Opens the page for the first time and waits until the browser keeps it. */
async function install({ page, of }: App, path = '/'): Promise<void> {
  await page.goto(path);
  await of(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** The versions of which the browser has files, by the number of the files. */
const kept = ({ page }: App): Promise<number[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  });

/** The first heading of the keys in the help, a part of the page that is loaded when it is asked for. */
async function helpHeading({ page, button }: App): Promise<string | null> {
  await button('Help').click();
  const heading = await page.getByRole('dialog').locator('.keys h3').first().textContent();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return heading;
}

/** Has the browser look for a new version. It does so by itself after a page was opened, when it finds the time. */
const look = ({ page }: App): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => null));

/** Whether no other version than the one in use is there, nor on its way. */
const rests = ({ page }: App): Promise<boolean> =>
  page.evaluate(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return installing === null && waiting === null;
  });

/** Agrees to the new version; ends when the page was loaded anew. */
async function useNewer(app: App): Promise<void> {
  const use = app.notices.filter({ hasText: READY }).getByRole('button', { name: 'Update', exact: true });
  await Promise.all([app.page.waitForEvent('load'), use.click()]);
  await app.of(app.page);
}

const READY = 'A new version of this page is available';
const FIRST = 'Step';
const SECOND = 'A later heading';

test('T24: after the first visit the page needs no network, not for a part that was never seen', async ({
  app,
  site,
}) => {
  await install(app);
  site.connect(false);
  expect(await helpHeading(app)).toBe(FIRST);
  await app.reload();
  await app.typeProgram(OWN);
  await expect.poll(() => app.calls('event')).toEqual(OWN.split('; '));
  await app.goTo(3);
  await app.into(2);
  await app.pick('Revision', 'v4 07/12 alone');
  await app.wrap('Wrap in a section');
  expect(await helpHeading(app)).toBe(FIRST);
  await app.reload();
  expect(await app.program()).toContain('set k1');
  const next = await app.anotherTab();
  await next.open('#1/v6/arm64-7.0/ED/2');
  expect(await next.program()).toBe('enable; disable');
});

test('in a folder of a host, also by the name of its file and with a query, it is kept as well', async ({
  app,
  site,
}) => {
  await install(app, FOLDER);
  site.connect(false);
  await app.page.goto(`${FOLDER}index.html?from=mail#1/v6/arm64-7.0/ED/2`);
  await app.of(app.page);
  expect(await app.program()).toBe('enable; disable');
  expect(await helpHeading(app)).toBe(FIRST);
});

test('T23: a tab keeps its version until the person agrees to the new one, and nothing is lost', async ({
  app,
  site,
  published,
}) => {
  await install(app);
  await app.typeProgram(OWN);
  const other = await app.anotherTab();
  await other.open();
  await expect(other.notices).toHaveCount(1);
  await other.typeProgram('enable; disable');

  site.publish(published.second);
  const third = await app.anotherTab();
  await third.open('#1/v6/arm64-7.0/ED/2');
  // All are told, also those that asked for nothing.
  await look(third);
  for (const tab of [app, other, third]) await expect(tab.notices.filter({ hasText: READY })).toHaveCount(1);
  expect(await helpHeading(third)).toBe(FIRST);
  await third.page.close();
  expect(await kept(app)).toHaveLength(2);

  await app.page.bringToFront();
  await app.editor.press('ControlOrMeta+End');
  await app.page.keyboard.type('; sle');
  await useNewer(app);
  expect(await app.program()).toBe(`${OWN}; sle`);
  await expect(app.button('Undo')).toHaveAccessibleDescription('typing');
  expect(await helpHeading(app)).toBe(SECOND);
  await expect(app.notices).toHaveCount(0);

  // The other tab goes on with all of the old one, also where the network has no more of it.
  await other.page.bringToFront();
  expect(await helpHeading(other)).toBe(FIRST);
  expect(await kept(app)).toHaveLength(2);
  await useNewer(other);
  expect(await other.program()).toBe('enable; disable');
  expect(await helpHeading(other)).toBe(SECOND);
});

test('T23: a new version waits until no tab has the old one, and then takes its place by itself', async ({
  app,
  site,
  published,
}) => {
  await install(app);
  site.publish(published.second);
  await app.reload();
  await look(app);
  await expect(app.notices).toContainText(READY);
  await app.reload();
  expect(await helpHeading(app)).toBe(FIRST);
  await app.page.close();
  // The browser takes a moment to see that the tab is gone.
  await expect(async () => {
    const next = await app.anotherTab();
    await next.open();
    const found = [await helpHeading(next), await kept(next)];
    await next.page.close();
    expect(found).toEqual([SECOND, [expect.any(Number)]]);
  }).toPass();
});

test('T23: an installation that stops half way leaves the old version whole', async ({ app, site, published }) => {
  await install(app);
  const before = await kept(app);
  site.publish(published.second);
  site.except(/editor-/, null);
  site.asked();
  await look(app);
  await expect.poll(() => rests(app)).toBe(true);
  expect(site.asked()).toContainEqual(expect.stringContaining('editor-'));
  expect(await kept(app)).toEqual(before);
  site.connect(false);
  await app.reload();
  expect(await helpHeading(app)).toBe(FIRST);
  await expect(app.notices).toHaveCount(0);

  // The next time that the browser looks it tries again.
  site.connect(true);
  site.mend();
  await look(app);
  await expect(app.notices).toContainText(READY);
  site.connect(false);
  await useNewer(app);
  expect(await helpHeading(app)).toBe(SECOND);
  expect(await kept(app)).toHaveLength(1);
});

test('T23: files of two builds are not mixed: what is not of the version is not taken', async ({
  app,
  site,
  published,
}) => {
  await install(app);
  const before = await kept(app);
  site.publish(published.second);
  // As when a host is asked in the midst of a deployment: the worker is new, the page is old.
  site.except(/index\.html$/, published.first);
  await look(app);
  await expect.poll(() => rests(app)).toBe(true);
  expect(await kept(app)).toEqual(before);
  await expect(app.notices).toHaveCount(0);
});
