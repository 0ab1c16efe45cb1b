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
  await expect(others(app)).toHaveText(['a pause (copy)', 'a pause']);
  await expect(dialog(app)).toContainText(/3 documents saved, \d+ kB\. They stay until you delete them/);
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

/** Changes what is stored of the open document. */
async function tamper(app: App, change: 'cut off' | 'of a newer version') {
  await app.page.evaluate((how) => {
    const [key = '', bytes = ''] = Object.entries(localStorage).find(([name]) => name.includes('/bytes/')) ?? [];
    if (how === 'cut off') {
      localStorage.setItem(key, bytes.slice(0, 40));
      return;
    }
    const [pointerKey = '', pointer = ''] = Object.entries(localStorage).find(([name]) => name.includes('/doc/')) ?? [];
    const newer = bytes.replace('"revision":"v6"', '"revision":"v99"');
    let sum = 0x811c9dc5;
    for (const unit of newer) sum = Math.imul(sum ^ unit.charCodeAt(0), 0x01000193);
    localStorage.setItem(key, newer);
    localStorage.setItem(pointerKey, JSON.stringify({ ...JSON.parse(pointer), sum: sum >>> 0 }));
  }, change);
}

const stored = (app: App) => app.page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
const unreadable = (app: App) =>
  dialog(app).getByRole('list', { name: 'Documents that cannot be read' }).getByRole('listitem');

for (const [change, kind, cause] of [
  ['cut off', 'Damaged', 'its data has changed since it was saved'],
  ['of a newer version', 'Made by a newer version', 'there is no revision "v99"'],
] as const) {
  test(`T3, T6: a document ${change} is listed with its cause, downloaded as it is, and deleted only when confirmed`, async ({
    app,
  }) => {
    await app.open();
    await app.button('New').click();
    await app.typeProgram('enable; sleep');
    await app.page.keyboard.press('ControlOrMeta+o');
    await expect(dialog(app)).toContainText('· saved');
    await app.page.close();
    const next = await app.anotherTab();
    await next.open();
    await tamper(next, change);
    const before = await stored(next);
    // Nothing is offered that cannot be opened.
    await next.reload();
    await expect(next.notices).toHaveCount(0);
    await next.button('Documents').click();
    await expect(unreadable(next)).toHaveCount(1);
    await expect(unreadable(next)).toContainText('enable; sleep');
    await expect(unreadable(next)).toContainText(new RegExp(`${kind}, saved \\w.*: ${cause}`));
    await expect(dialog(next)).toContainText('No other documents yet');

    const [file] = await Promise.all([
      next.page.waitForEvent('download'),
      next.button('Download enable; sleep').press('Enter'),
    ]);
    expect(file.suggestedFilename()).toBe('enable-sleep.lazymmu.json');
    const path = await file.path();
    expect(await stored(next)).toBe(before);

    await next.button('Delete enable; sleep').press('Enter');
    await expect(next.button('Cancel')).toBeFocused();
    await next.page.keyboard.press('Escape');
    await expect(unreadable(next)).toHaveCount(1);
    await next.button('Delete enable; sleep').press('Enter');
    await next.button('Delete the data of enable; sleep').click();
    await expect(unreadable(next)).toHaveCount(0);
    await next.page.getByLabel('Open file').setInputFiles(path);
    await expect(unreadable(next)).toHaveCount(1);
    expect(await stored(next)).toBe(before);
    await next.button('Delete enable; sleep').press('Enter');
    await next.button('Delete the data of enable; sleep').click();
    await next.button('Restore').click();
    await expect(unreadable(next)).toHaveCount(1);
    expect(await stored(next)).toBe(before);
  });
}

test('a downloaded document is opened again, with its history, in a browser that knows nothing of it', async ({
  app,
  elsewhere,
}) => {
  await app.open();
  await app.button('New').click();
  await app.typeProgram('enable; disable');
  await app.page.keyboard.press('ControlOrMeta+o');
  const [file] = await Promise.all([app.page.waitForEvent('download'), app.button('Download').click()]);
  const other = await elsewhere();
  await other.button('Documents').click();
  await other.page.getByLabel('Open file').setInputFiles(await file.path());
  await other.button('Open enable; disable').click();
  await expect.poll(other.program).toBe('enable; disable');
  await expect(other.button('Undo')).toHaveAccessibleDescription('typing');
  await other.button('Documents').click();
  await other.page.getByLabel('Open file').setInputFiles({
    ...{ name: 'notes.txt', mimeType: 'text/plain' },
    buffer: Buffer.from('enabel\n'),
  });
  await expect(dialog(other)).toContainText('Could not open notes.txt');
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
