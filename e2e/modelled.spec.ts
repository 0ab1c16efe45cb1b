import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const dialog = (page: Page, name = 'About the model') => page.getByRole('dialog', { name, exact: true });

test('a key opens About the model, Escape closes it, and the focus comes back', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Copy link').focus();
  await page.keyboard.press('m');
  await expect(dialog(page).getByRole('heading', { level: 3 })).toHaveText([
    'Architectures compared',
    'Simplified',
    'Inferred',
    'Left out',
    'Unknown',
  ]);
  const xen = dialog(page).getByRole('row', { name: /^x86, Xen PV/ });
  await expect(xen).toContainText('per CPU: a queue of 31 updates');
  await expect(xen.getByRole('listitem')).toHaveText(['6.19', '7.0', '7.1', '7.2 also s390']);
  // Reading on with the keyboard moves the dialog, not the program behind it.
  await page.keyboard.press('End');
  await expect(dialog(page).getByText('no code forks inside a section')).toBeInViewport();
  await page.keyboard.press('ArrowLeft');
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(app.button('Copy link')).toBeFocused();
  await expect(app.status).toContainText('Step 5 of 6');
});

test('the inspector leads there and back', async ({ app }) => {
  await app.open();
  const { page } = app;
  const link = app.region('Inspector').getByRole('button', { name: 'About the model' });
  await link.click();
  await expect(dialog(page)).toContainText('It is not the kernel');
  await page.keyboard.press('m');
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('the help leads there, and the focus comes back to where the help was opened', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Help').click();
  await dialog(page, 'Help').getByRole('button', { name: 'About the model', exact: true }).click();
  await expect(dialog(page)).toContainText('It is not the kernel');
  await expect(dialog(page, 'Help')).toBeHidden();
  expect(await dialog(page).evaluate((frame) => frame.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('?');
  await expect(dialog(page, 'Help').getByRole('checkbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Help')).toBeHidden();
  await expect(app.button('Help')).toBeFocused();
});

test('it opens from the keyboard with the focus on nothing, and a click beside it closes it', async ({ app }) => {
  await app.open();
  const { page } = app;
  await page.keyboard.press('m');
  await expect(dialog(page)).toContainText('It is not the kernel');
  await page.mouse.click(4, 4);
  await expect(dialog(page)).toBeHidden();
});

for (const width of [1280, 320]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 700 } });

    test(`nothing of it goes beyond the dialog at ${width} px`, async ({ app }) => {
      await app.open();
      await app.page.keyboard.press('m');
      await expect(dialog(app.page)).toContainText('It is not the kernel');
      const { scroll, client } = await dialog(app.page).evaluate(({ scrollWidth, clientWidth }) => ({
        scroll: scrollWidth,
        client: clientWidth,
      }));
      expect(scroll).toBe(client);
      const box = await dialog(app.page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    });
  });
}

test('on paper stands the dialog, whole, and not the page behind it', async ({ app }) => {
  await app.open();
  const { page } = app;
  await page.keyboard.press('m');
  await expect(dialog(page)).toContainText('It is not the kernel');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Timeline', includeHidden: true })).toBeHidden();
  const { scroll, client } = await dialog(page).evaluate(({ scrollHeight, clientHeight }) => ({
    scroll: scrollHeight,
    client: clientHeight,
  }));
  expect(scroll).toBe(client);
});
