import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const finder = (page: Page) => page.getByRole('combobox', { name: 'Search all commands' });
const lines = (page: Page) => page.getByRole('listbox').getByRole('option');
const lit = (page: Page) => page.getByRole('option', { selected: true });

test('a key opens all commands, typing narrows them down, Enter does one, and the focus goes back', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Copy text').focus();
  await page.keyboard.press('Control+k');
  await expect(finder(page)).toBeFocused();
  await expect(lit(page)).toContainText('Step forward');
  expect(await lines(page).count()).toBeGreaterThan(90);
  await page.keyboard.type('go to start');
  await expect(lit(page)).toContainText('Go to start');
  expect(await lines(page).count()).toBeLessThan(5);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(app.status).toContainText('Before step 1 of 6');
  await expect(app.button('Copy text')).toBeFocused();
});

test('what is typed before the dialog is loaded is meant for it', async ({ app }) => {
  await app.open();
  const { page } = app;
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/dialogs-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await app.editor.focus();
  const before = await app.program();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(app.editor).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to s');
  await expect(page.getByRole('textbox', { name: 'Commands' })).toHaveValue('go to s');
  arrive();
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type('tart');
  await expect(finder(page)).toHaveValue('go to start');
  await page.keyboard.press('Escape');
  await expect(app.editor).toBeFocused();
  expect(await app.program()).toBe(before);
});

test('Enter before the dialog is loaded does what was typed, and goes where a number says', async ({ app }) => {
  await app.open();
  const { page } = app;
  let arrive: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/dialogs-*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await app.button('Copy text').focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to st');
  await page.keyboard.press('Enter');
  await page.keyboard.type('g');
  arrive();
  await expect(app.status).toContainText('Before step 1 of 6');
  await expect(app.button('Copy text')).toBeFocused();
  await page.keyboard.type('g4');
  await page.keyboard.press('Enter');
  await expect(app.status).toContainText('Step 4 of 6');
});

test('it opens from the text, and Escape and its own key close it', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.editor.focus();
  await page.keyboard.press('Control+k');
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(finder(page)).toBeHidden();
  await expect(app.editor).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(finder(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(finder(page)).toBeHidden();
  await expect(app.editor).toBeFocused();
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
});

test('what cannot be done now is there, and says why', async ({ app }) => {
  await app.open();
  const { page } = app;
  await page.keyboard.press('Control+k');
  await finder(page).fill('undo');
  await expect(lit(page)).toContainText('Nothing to undo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Undo: Nothing to undo');
  await finder(page).fill('zebra');
  await expect(page.getByText('No matching command.')).toBeVisible();
  await finder(page).fill('insert');
  await page.keyboard.press('Escape');
  await app.add('sleep');
  await page.keyboard.press('Control+k');
  await finder(page).fill('undo');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.program()).toBe('enable; enable; pause; resume; disable; disable');
});

test('scenarios, revisions, architectures and colours are chosen by name, and what was used last comes first', async ({
  app,
}) => {
  await app.open();
  const { page } = app;
  const choose = async (typed: string, line: string) => {
    await page.keyboard.press('Control+k');
    await finder(page).fill(typed);
    await expect(lit(page)).toContainText(line);
    await page.keyboard.press('Enter');
    await expect(finder(page)).toBeHidden();
  };
  await choose('scenario kasan', 'Open scenario: ');
  await expect(page).toHaveTitle(/KASAN/);
  await choose('revision v4 whole', 'Revision: v4, whole series');
  await expect(app.picker('Revision')).toHaveText('v4, whole series');
  await choose('xen', 'Xen PV');
  await expect(app.picker('Architecture')).toContainText('Xen PV');
  await choose('dark', 'Change theme: dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await app.reload();
  await page.keyboard.press('Control+k');
  const used = page.getByRole('group', { name: 'Recently used' }).getByRole('option');
  await expect(used).toHaveCount(4);
  await expect(used.first()).toContainText('Change theme: dark');
  await expect(used.first()).toContainText('(current)');
  await page.keyboard.press('ArrowDown');
  await expect(lit(page)).toContainText('Xen PV');
});

test('the pointer does, too; a command with a dialog of its own takes the place of the palette', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Commands').click();
  await finder(page).fill('modelled');
  await lines(page).first().click();
  await expect(page.getByRole('dialog', { name: 'About the model' })).toBeVisible();
  await expect(finder(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(app.button('Commands')).toBeFocused();
});

test('more contrast is a choice, and what the system may ask for', async ({ app }) => {
  await app.open();
  const { page } = app;
  const soft = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink-soft'));
  const plain = await soft();
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(soft).not.toBe(plain);
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect.poll(soft).toBe(plain);
  await page.keyboard.press('Control+k');
  await finder(page).fill('contrast');
  await page.keyboard.press('Enter');
  await expect.poll(soft).not.toBe(plain);
  await expect(page.getByRole('button', { name: 'Theme: contrast' })).toBeVisible();
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('everything of it fits, and a tap does what it says', async ({ app }) => {
    await app.open();
    const { page } = app;
    await app.button('Commands').tap();
    const dialog = page.getByRole('dialog', { name: 'Commands' });
    await finder(page).fill('scenario');
    const { scroll, client } = await dialog.evaluate(({ scrollWidth, clientWidth }) => ({
      scroll: scrollWidth,
      client: clientWidth,
    }));
    expect(scroll).toBe(client);
    const box = await dialog.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    await finder(page).fill('go to end');
    await lines(page).first().tap();
    await expect(app.status).toContainText('Step 6 of 6');
  });
});
