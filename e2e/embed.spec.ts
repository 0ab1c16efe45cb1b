/** The page as a part of another: stepped through, spoken with, and never in the way. */
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './fixture.ts';

const LINK = '#1/v6/arm64-7.0/EPDRD/1';

/** A page of somebody else with the frame that "Copy embed code" gives, which notes all that it is told. */
async function host(page: Page, frame: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>An article</title><main><h1>An article</h1>${frame}</main>
        <script>globalThis.told = []; addEventListener('message', ({ data }) => told.push(data));</script></html>`,
    }),
  );
  await page.goto('/host.html');
}

const told = (page: Page, type: string) =>
  page.evaluate(
    (wanted) => Reflect.get(globalThis, 'told').filter((one: { type: string }) => one.type === wanted),
    type,
  );
const tell = (page: Page, message: object) =>
  page.evaluate((one) => document.querySelector('iframe')?.contentWindow?.postMessage(one, '*'), message);

test('the copied frame shows the same step in another page, and both speak with each other', async ({ app }) => {
  const { page } = app;
  await page.clock.install();
  await app.open(LINK);
  await app.button('Commands').click();
  await page.getByRole('combobox', { name: 'Search all commands' }).fill('embed');
  await expect(page.getByRole('option', { selected: true })).toContainText('embed code');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe src="http');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.clear());

  await host(page, copied);
  const frame = page.frameLocator('iframe');
  const step = frame.getByRole('region', { name: 'Step' });
  await expect(step).toContainText('Step 1 of 5');
  await expect.poll(() => told(page, 'ready')).toEqual([{ type: 'ready', n: 1, of: 5, row: 1, findings: 2 }]);
  await expect.poll(async () => (await told(page, 'size')).at(-1)?.height).toBeGreaterThan(400);
  const address = () => page.frames()[1]?.evaluate(() => location.href);
  const first = await address();

  await frame.getByRole('button', { name: 'Step forward' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(step).toContainText('RULE');
  await expect
    .poll(async () => (await told(page, 'step')).at(-1))
    .toEqual({ type: 'step', n: 3, of: 5, row: 3, findings: 2 });

  await tell(page, { ops: 'enable; disable; disable', goto: 2, theme: 'dark' });
  await expect(step).toContainText('Step 2 of 3');
  await tell(page, { ops: 'enable; what' });
  await expect.poll(async () => (await told(page, 'refused')).at(-1)?.why).toMatch(/^"ops": 1:9/);
  await expect(step).toContainText('Step 2 of 3');

  for (const key of ['Delete', 'i', 'e', 'c']) await page.keyboard.press(key);
  await expect(step).toContainText('Step 2 of 3');
  // Longer than anything is put off that is saved or written into the address.
  await page.clock.runFor(5000);
  expect(await address()).toBe(first);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  const [full] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: 'Open full page' }).click(),
  ]);
  const opened = await app.of(full);
  await expect(opened.status).toContainText('Step 2 of 3');
});

test("keys are the host's own until the frame has the focus; a page above it that is not its host is not heard", async ({
  app,
}) => {
  const { page } = app;
  await host(
    page,
    `<input aria-label="name"><iframe src="/?embed${LINK}" title="LM" width="900" height="700"></iframe>`,
  );
  const step = page.frameLocator('iframe').getByRole('region', { name: 'Step' });
  await expect(step).toContainText('Step 1 of 5');
  await page.getByLabel('name').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await expect(step).toContainText('Step 1 of 5');
  // From the frame's own window: not its parent.
  await page.frames()[1]?.evaluate(() => window.postMessage({ goto: 4 }, '*'));
  await tell(page, { goto: 3 });
  await expect(step).toContainText('Step 3 of 5');
  await expect.poll(async () => (await told(page, 'step')).map(({ n }: { n: number }) => n)).toEqual([3]);
});

test('a burst of messages does not hold the frame: the last program and the last step are shown', async ({ app }) => {
  const { page } = app;
  await host(page, `<iframe src="/?embed${LINK}" title="LM" width="900" height="700"></iframe>`);
  const step = page.frameLocator('iframe').getByRole('region', { name: 'Step' });
  await expect(step).toContainText('Step 1 of 5');
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentWindow;
    for (let i = 0; i < 20_000; i++) frame?.postMessage({ goto: i % 6 }, '*');
    for (let i = 1; i <= 300; i++) frame?.postMessage({ ops: 'E'.repeat(i) }, '*');
    frame?.postMessage({ ops: 'enable; what' }, '*');
    frame?.postMessage({ goto: 299 }, '*');
  });
  await expect(step).toContainText('Step 299 of 300');
  expect(await told(page, 'refused')).toHaveLength(1);
  // Each change would be one; how many slices there are depends on the machine.
  expect((await told(page, 'step')).length).toBeLessThan(2000);
});

for (const [scheme, width] of [
  ['light', 900],
  ['dark', 320],
] as const) {
  test(`nothing for axe to say, ${scheme} at ${width} px`, async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/?embed&theme=${scheme}#1/v6/arm64-7.0/EPDRD/3`);
    await expect(page.getByRole('region', { name: 'Step' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
}
