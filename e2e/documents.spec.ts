import { type App, expect, test } from './fixture.ts';

const dialog = (app: App) => app.page.getByRole('dialog', { name: 'Documents' });
const others = (app: App) =>
  dialog(app)
    .getByRole('list', { name: 'Other documents' })
    .getByRole('button', { name: /^Open / });

test('by keyboard: documents are named, opened, duplicated, deleted and brought back, and outlive a reload', async ({
  app,
}) => {
  const { keyboard } = app.page;
  await app.open();
  await app.button('New').click();
  await app.typeProgram('enable; disable');
  await keyboard.press('ControlOrMeta+o');
  const name = app.page.getByRole('textbox', { name: 'Name of this document' });
  await expect(name).toHaveAccessibleDescription(/2 events · saved$/);
  await name.fill('a section');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(app.picker('Scenario')).toContainText('a section');
  await expect(app.button('Undo')).toHaveAccessibleDescription('rename to "a section"');
  await expect(app.page).toHaveTitle(/^a section/);

  // What comes in its place leaves it as it is.
  await app.pick('Scenario', 'One disable too many');
  await app.page.goto('/#1/v6/arm64-7.0/PR/2');
  await expect.poll(app.program).toBe('pause; resume');
  await app.typeProgram('pause; resume; sleep');
  await keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Search all commands' }).fill('open document a section');
  await keyboard.press('Enter');
  await expect.poll(app.program).toBe('enable; disable');

  await keyboard.press('ControlOrMeta+o');
  await expect(others(app)).toHaveText(['pause; resume; sleep']);
  await app.button('Rename pause; resume; sleep').press('Enter');
  await app.page.getByRole('textbox', { name: /^New name for/ }).fill('no');
  await keyboard.press('Escape');
  await expect(others(app)).toHaveText(['pause; resume; sleep']);
  await expect(app.button('Rename pause; resume; sleep')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('a pause');
  await keyboard.press('Enter');
  await expect(others(app)).toHaveText(['a pause']);
  await app.button('Duplicate a pause').press('Enter');
  await expect(others(app)).toHaveText(['a pause (copy)', 'a pause']);
  await app.button('Delete a pause').press('Enter');
  await expect(others(app)).toHaveText(['a pause (copy)']);
  await expect(app.button('Open a pause (copy)')).toBeFocused();
  await app.button('Restore').press('Enter');
  await expect(others(app)).toHaveText(['a pause', 'a pause (copy)']);
  await expect(dialog(app)).toContainText(/3 documents saved, \d+ kB\. At most 100 documents are kept/);
  await app.button('Open a pause').press('Enter');
  await expect(dialog(app)).toHaveCount(0);
  await expect.poll(app.program).toBe('pause; resume; sleep');
  await app.reload();
  await expect(app.page).toHaveTitle(/^a pause/);
  await expect(app.button('Undo')).toHaveAccessibleDescription('typing');
});

test('what another tab has open is told, cannot be deleted there, and opened twice becomes two', async ({ app }) => {
  await app.open();
  await app.button('New').click();
  await app.typeProgram('enable; disable');
  await app.page.keyboard.press('ControlOrMeta+o');
  await expect(dialog(app)).toContainText('· saved');
  await app.page.keyboard.press('Escape');
  const second = await app.anotherTab();
  await second.open();
  await second.button('Documents').click();
  await expect(dialog(second)).toContainText('open in another tab');
  await expect(second.button('Delete enable; disable')).toBeDisabled();
  await second.button('Open enable; disable').click();
  await expect.poll(second.program).toBe('enable; disable');
  await second.typeProgram('exit');
  await app.page.bringToFront();
  await app.typeProgram('sleep');
  await app.reload();
  await second.page.bringToFront();
  await second.reload();
  expect([await app.program(), await second.program()]).toEqual(['sleep', 'exit']);
  await second.button('Documents').click();
  await expect(others(second)).toHaveText(['sleep']);
});

test('where nothing can be kept, the list says so, and the page loses nothing while it is open', async ({ app }) => {
  await app.page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await app.open();
  await app.button('New').click();
  await app.typeProgram('enable; disable');
  await app.button('New').click();
  await app.typeProgram('sleep');
  await app.button('Documents').click();
  await expect(dialog(app)).toContainText('Not saved: the browser does not allow it');
  await expect(dialog(app)).toContainText('0 documents saved');
  await app.button('Open enable; disable').click();
  await expect.poll(app.program).toBe('enable; disable');
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('the list fits, and a press opens', async ({ app }) => {
    await app.open();
    await app.typeProgram('enable; set k1; pause; resume; set k2; disable');
    await app.button('New').tap();
    await app.button('Documents').tap();
    for (const button of await dialog(app).getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    await others(app).first().tap();
    await expect.poll(app.program).toContain('enable; set k1');
  });
});
