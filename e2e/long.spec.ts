import { expect, test } from './fixture.ts';

const LONG = 'repeat 5000 { enable; set k1; disable }; disable';

test('T16: fifteen thousand rows are typed, scrolled and stepped through, and only what is in sight is there', async ({
  app,
}) => {
  await app.open();
  await app.typeProgram(LONG);
  await expect(app.status).toContainText('of 15001');
  const timeline = app.region('Timeline');
  const columns = timeline.getByRole('button', { name: /^event \d+:/ });
  const elements = () => app.page.locator('*').count();
  expect(await columns.count()).toBeLessThan(200);

  await expect(app.status).toContainText('Step 15001 of 15001 · enable_count 255');
  await expect(timeline.getByRole('button', { name: /^event 15001:/ })).toBeInViewport();
  await app.goTo(15_001);
  for (let step = 15000; step > 14980; step--) {
    await app.page.keyboard.press('ArrowLeft');
    await expect(app.status).toContainText(`Step ${step} of`);
  }
  await expect(timeline.getByRole('button', { name: /^event 14981:/ })).toBeInViewport();
  await app.page.keyboard.press(']');
  await expect(app.status).toContainText('Step 15001 of');
  await app.page.keyboard.press('Home');
  await expect(timeline.getByRole('button', { name: /^event 1:/ })).toBeInViewport();

  const drawing = timeline.getByRole('group', { name: 'Drawing' });
  await drawing.evaluate((box) => box.scrollTo({ left: box.scrollWidth / 2 }));
  await expect(timeline.getByRole('button', { name: /^event 75\d\d:/ }).first()).toBeInViewport();
  expect(await columns.count()).toBeLessThan(200);
  expect(await elements()).toBeLessThan(3000);
  await expect(app.page.getByRole('table', { name: /^Call table/ })).toHaveAttribute('aria-rowcount', '15002');
});

test('a long program is edited at both ends and in the middle, undone, and survives a reload', async ({ app }) => {
  await app.open();
  await app.typeProgram(LONG);
  await expect(app.status).toContainText('of 15001');
  await app.tool('Delete');
  await expect(app.status).toContainText('of 15000');
  await app.tool('Go to start');
  await app.add('sleep');
  await expect(app.status).toContainText('of 15001');
  await app.button('Undo').click();
  await app.button('Undo').click();
  await expect(app.status).toContainText('of 15001');
  expect(await app.program()).toBe(LONG);
  await app.tool('Step back');
  await expect(app.page).toHaveURL(/N5000[^/]+\/15000$/);
  await app.reload();
  expect(await app.program()).toBe(LONG);
  await expect(app.status).toContainText('of 15001');
});

test('a key right behind a long text that is pasted finds all of it', async ({ app }) => {
  await app.open();
  await app.editor.click();
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'set k1\n'.repeat(6000));
    const how = { bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData }));
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...how, key: 'z', ctrlKey: true }));
  });
  await expect(app.status).toContainText('of 6 ·');
  await expect.poll(app.program).toBe('enable; enable; pause; resume; disable; disable');
  await app.button('Redo').click();
  await expect(app.status).toContainText('of 6000 ·');

  await app.editor.click();
  await app.page.keyboard.press('ControlOrMeta+Home');
  await app.page.evaluate(async () => {
    document.execCommand('insertText', false, 'enable; ');
    // The editor has seen it by then, and the page has not.
    for (let i = 0; i < 10; i++) await null;
    document.querySelector<HTMLElement>('[data-command="add-pause"]')?.click();
  });
  await expect(app.status).toContainText('of 6002 ·');
  await expect.poll(app.program).toMatch(/^enable; set k1; pause; set k1; /);
  await expect(app.button('Undo')).toHaveAccessibleDescription(/^insert pause at/);
});

test('a key that is held steps on and on, and the address is right in the end', async ({ app }) => {
  await app.open();
  await app.typeProgram(LONG);
  await expect(app.status).toContainText('of 15001');
  await app.tool('Go to start');
  await app.region('Timeline').getByRole('group', { name: 'Drawing' }).focus();
  for (let press = 0; press < 120; press++) await app.page.keyboard.press('ArrowRight');
  await expect(app.status).toContainText('Step 120 of');
  await expect(app.region('Timeline').getByRole('button', { name: /^event 120:/ })).toBeInViewport();
  await expect(app.page).toHaveURL(/\/120$/);
});

test('its text for mail says how much of it is left out', async ({ app }) => {
  await app.open();
  await app.typeProgram(LONG);
  await expect(app.status).toContainText('of 15001');
  const mail = await app.copyText();
  expect(mail).toMatch(/^The first \d+ of 15001 rows\./);
  expect(mail.length).toBeLessThan(60_000);
});

test('T15: more events than there may be are refused with the number, and the last good program stays', async ({
  app,
}) => {
  await app.open();
  await app.typeProgram('repeat 999999 { enable; disable }');
  await expect(app.region('Program')).toContainText('repeat 999999 creates more than 1000000 events');
  await expect(app.status).toContainText('of 6');
});

test('T15: until the editor has loaded, a long text is shown in part, and cannot be typed over', async ({ app }) => {
  const { page, editor } = app;
  const release = await app.holdEditor();
  // No two runs of calls are alike, so that nothing can be written as a repeat.
  const letters = Array.from({ length: 1500 }, (_, n) => `${'E'.repeat(n % 7)}s${n % 1024}${'D'.repeat(n % 5)}`).join(
    '',
  );
  await page.goto(`/#1/v6/arm64-7.0/${letters}/1`);
  await expect(editor).toHaveAttribute('readonly');
  expect((await editor.inputValue()).length).toBe(20_000);
  release();
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await app.goTo(1);
  await editor.press('ControlOrMeta+End');
  await page.keyboard.type('\nsleep');
  await expect(app.status).toContainText(/of \d{4}/);
  await page.keyboard.press('ControlOrMeta+Home');
  await expect.poll(app.program).toMatch(/^set 0; enable/);
});
