import { type App, expect, test } from './fixture.ts';

const help = ({ page }: App) => page.getByRole('dialog', { name: 'Help' });
const keysOf = (app: App, title: string) =>
  help(app).getByRole('listitem').filter({ hasText: title }).first().locator('kbd');
const field = ({ page }: App, title: string) => page.getByRole('textbox', { name: `Press a key for ${title}` });

test('another key is given, works at once, is shown everywhere and stays after a reload', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Help').click();
  await app.button('Change key space of Play / pause').click();
  await expect(field(app, 'Play / pause')).toBeFocused();
  await page.keyboard.press('Shift+Q');
  await expect(keysOf(app, 'Play / pause')).toHaveText(['Shift Q']);
  await expect(app.button('Change key Shift Q of Play / pause')).toBeFocused();
  await app.button('Add key for About the model').click();
  await page.keyboard.press('Alt+m');
  await expect(keysOf(app, 'About the model')).toHaveText(['m', 'Alt M']);
  await page.keyboard.press('Escape');
  await expect(help(app)).toBeHidden();
  await expect(app.button('Help')).toBeFocused();

  const play = app.region('Timeline').getByRole('button', { name: 'Play / pause' });
  await expect(play).toHaveAttribute('data-tip', 'Play / pause (Shift Q)');
  await expect(play).toHaveText('Shift Q');
  for (const again of [false, true]) {
    if (again) await app.reload();
    await page.keyboard.press('Shift+Q');
    await expect(play).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Shift+Q');
    await expect(play).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('dialog', { name: 'About the model' })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Play / pause');
  await expect(page.getByRole('option').first()).toContainText('Shift Q');
});

test('a key that another command has says so, and is taken only when that is asked for', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Help').click();
  await app.button('Add key for Step back').click();
  await page.keyboard.press('s');
  const said = help(app).getByRole('status').filter({ hasText: 'is already used by' });
  await expect(said).toHaveText('s is already used by “Step into”. Press another key, or');
  await page.keyboard.press('Escape');
  await expect(field(app, 'Step back')).toBeHidden();
  await expect(help(app)).toBeVisible();
  await expect(keysOf(app, 'Step back')).toHaveText(['←', ',']);
  await expect(keysOf(app, 'Step into')).toHaveText(['s']);

  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await page.keyboard.press('Tab');
  await expect(app.button('Reassign it')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(keysOf(app, 'Step back')).toHaveText(['←', ',', 's']);
  await expect(keysOf(app, 'Step into')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(app.status).toContainText('Step 4 of 6');
  await expect(app.region('Timeline').getByRole('button', { name: 'Step into' })).toHaveAttribute(
    'data-tip',
    'Step into',
  );
});

test('Backspace takes a key away, leaving the field changes nothing, and all can be as they were', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Help').click();
  await expect(app.button('Reset shortcuts')).toHaveAttribute('aria-disabled', 'true');
  await app.button('Change key x of Disable / enable this event').click();
  await page.keyboard.press('Backspace');
  await expect(keysOf(app, 'Disable / enable this event')).toHaveCount(0);
  await app.button('Add key for Undo').click();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Tab');
  await expect(field(app, 'Undo')).toBeHidden();
  await expect(keysOf(app, 'Undo')).toHaveText(['Ctrl Z']);
  await expect(help(app).getByRole('listitem').filter({ hasText: 'leave the mode' }).getByRole('button')).toHaveCount(
    0,
  );

  await app.button('Reset shortcuts').click();
  await expect(keysOf(app, 'Disable / enable this event')).toHaveText(['x']);
  await expect(app.button('Reset shortcuts')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect.poll(() => app.program()).toContain('~');
});

test('with letters switched off a letter that was given rests, too, and a key with Ctrl works', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.button('Help').click();
  await app.button('Add key for Step back').click();
  await page.keyboard.press('q');
  await app.button('Add key for Step forward').click();
  await page.keyboard.press('Control+ArrowRight');
  await page.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await page.keyboard.press('Control+ArrowRight');
  await expect(app.status).toContainText('Step 6 of 6');
});

test('what was kept and cannot be read is as it was at first', async ({ app }) => {
  await app.page.addInitScript(() =>
    localStorage.setItem('lazymmu/1/preferences', '{"v":1,"keys":{"play":["<b>x"],"into":7,"gone":["q"]},"speed":99}'),
  );
  await app.open();
  await app.page.keyboard.press('q');
  await app.page.keyboard.press('s');
  await expect(app.status).toContainText('Step 6 of 6, statement 1');
});

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('the keys and the field for another one fit', async ({ app }) => {
    await app.open();
    await app.button('Help').click();
    await app.button('Add key for Step back').click();
    await app.page.keyboard.press('s');
    await expect(app.button('Reassign it')).toBeInViewport({ ratio: 1 });
    const { scroll, client } = await help(app).evaluate(({ scrollWidth, clientWidth }) => ({
      scroll: scrollWidth,
      client: clientWidth,
    }));
    expect(scroll).toBe(client);
  });
});
